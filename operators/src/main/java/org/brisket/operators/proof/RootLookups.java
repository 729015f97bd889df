package org.brisket.operators.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.brisket.protocol.chain.ChainTracker;
import org.brisket.protocol.chain.RootAnswer;
import org.brisket.protocol.chain.RootQuery;

/** Several questions to one chain tracker, answered together. */
final class RootLookups {
    /** A question with its answer. */
    record Finding(RootQuery query, RootAnswer answer) {}

    private RootLookups() {}

    /** Completes when all are answered; trouble is an answer of UNKNOWN, never a failure. */
    static CompletableFuture<List<Finding>> ask(ChainTracker tracker, List<RootQuery> queries) {
        List<CompletableFuture<Finding>> pending = new ArrayList<>(queries.size());
        for (RootQuery query : queries) {
            pending.add(
                    tracker.isValidRoot(query)
                            .exceptionally(failure -> RootAnswer.UNKNOWN)
                            .thenApply(answer -> new Finding(query, answer)));
        }
        return CompletableFuture.allOf(pending.toArray(CompletableFuture[]::new))
                .thenApply(done -> pending.stream().map(CompletableFuture::join).toList());
    }
}
