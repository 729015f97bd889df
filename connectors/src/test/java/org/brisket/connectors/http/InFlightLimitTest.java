package org.brisket.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class InFlightLimitTest {
    private final List<CompletableFuture<String>> started = new ArrayList<>();

    @Test
    void startsAWaitingCallOnlyWhenARunningOneEnds() {
        InFlightLimit limit = new InFlightLimit(2, 10);
        for (int i = 0; i < 4; i++) {
            limit.run(this::call);
        }
        assertThat(started).hasSize(2);

        started.get(0).complete("done");
        assertThat(started).hasSize(3);

        started.get(1).completeExceptionally(new IllegalStateException("failed"));
        assertThat(started).hasSize(4);
    }

    @Test
    void refusesACallWhenTooManyWait() {
        InFlightLimit limit = new InFlightLimit(1, 2);
        for (int i = 0; i < 3; i++) {
            limit.run(this::call);
        }

        assertThatThrownBy(limit.run(this::call)::join)
                .hasCauseInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void runsManyCallsThatEndAtOnceWithoutRecursion() {
        InFlightLimit limit = new InFlightLimit(1, 200_000);
        CompletableFuture<String> gate = new CompletableFuture<>();
        limit.run(() -> gate);
        List<CompletableFuture<String>> results = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            results.add(limit.run(() -> CompletableFuture.completedFuture("done")));
        }

        gate.complete("open");

        assertThat(results).allMatch(CompletableFuture::isDone);
    }

    private CompletableFuture<String> call() {
        CompletableFuture<String> call = new CompletableFuture<>();
        started.add(call);
        return call;
    }
}
