package org.brisket.operators.proof;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.brisket.protocol.chain.ChainTracker;
import org.brisket.protocol.chain.RootAnswer;
import org.brisket.protocol.chain.RootQuery;

/**
 * Questions to a chain tracker that are asked again while nobody can answer, with growing pauses
 * and for a limited time. A height that a quorum has not reached is an answer: it is not asked for
 * again. Trouble is an answer of UNKNOWN in the end, never a failure.
 */
final class PatientLookups {
    /** A question with its answer. */
    record Finding(RootQuery query, RootAnswer answer) {}

    private static final long FIRST_PAUSE_MILLIS = 250;
    private static final long LONGEST_PAUSE_MILLIS = 4_000;

    private final ChainTracker tracker;
    private final long patienceMillis;
    private volatile boolean closed;

    /**
     * @param patienceMillis no question begins later than this after the first
     */
    PatientLookups(ChainTracker tracker, long patienceMillis) {
        this.tracker = tracker;
        this.patienceMillis = patienceMillis;
    }

    /** One series of attempts. */
    private final class Patience {
        private final long start = System.nanoTime();
        private long pauseMillis = FIRST_PAUSE_MILLIS;

        /** Completes with true after a pause, or at once with false when there is no time left. */
        private CompletableFuture<Boolean> pause() {
            long passed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            if (closed || passed + pauseMillis > patienceMillis) {
                return CompletableFuture.completedFuture(false);
            }
            var later = CompletableFuture.delayedExecutor(pauseMillis, MILLISECONDS);
            pauseMillis = Math.min(2 * pauseMillis, LONGEST_PAUSE_MILLIS);
            return CompletableFuture.supplyAsync(() -> !closed, later);
        }
    }

    /** Completes when all questions are answered. */
    CompletableFuture<List<Finding>> ask(List<RootQuery> queries) {
        List<CompletableFuture<Finding>> pending = new ArrayList<>(queries.size());
        for (RootQuery query : queries) {
            pending.add(ask(query, new Patience()).thenApply(answer -> new Finding(query, answer)));
        }
        return CompletableFuture.allOf(pending.toArray(CompletableFuture[]::new))
                .thenApply(done -> pending.stream().map(CompletableFuture::join).toList());
    }

    private CompletableFuture<RootAnswer> ask(RootQuery query, Patience patience) {
        return tracker.isValidRoot(query)
                .exceptionally(failure -> RootAnswer.UNKNOWN)
                .thenCompose(
                        answer ->
                                answer == RootAnswer.UNKNOWN
                                        ? askAgain(query, patience)
                                        : CompletableFuture.completedFuture(answer));
    }

    private CompletableFuture<RootAnswer> askAgain(RootQuery query, Patience patience) {
        return tracker.currentHeight()
                .thenApply(tip -> query.height() <= tip)
                .exceptionally(failure -> true)
                .thenCompose(
                        maybe ->
                                maybe ? patience.pause() : CompletableFuture.completedFuture(false))
                .thenCompose(
                        again ->
                                again
                                        ? ask(query, patience)
                                        : CompletableFuture.completedFuture(RootAnswer.UNKNOWN));
    }

    /** The height of the tip; empty if it is not known in time. */
    CompletableFuture<OptionalLong> height() {
        return height(new Patience());
    }

    private CompletableFuture<OptionalLong> height(Patience patience) {
        return tracker.currentHeight()
                .thenApply(OptionalLong::of)
                .exceptionally(failure -> OptionalLong.empty())
                .thenCompose(
                        height ->
                                height.isPresent()
                                        ? CompletableFuture.completedFuture(height)
                                        : heightAgain(patience));
    }

    private CompletableFuture<OptionalLong> heightAgain(Patience patience) {
        return patience.pause()
                .thenCompose(
                        again ->
                                again
                                        ? height(patience)
                                        : CompletableFuture.completedFuture(OptionalLong.empty()));
    }

    /** Ends all patience and closes the tracker. */
    void close() {
        closed = true;
        tracker.close();
    }
}
