package org.brisket.operators.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.brisket.protocol.chain.ChainTracker;
import org.brisket.protocol.chain.RootAnswer;
import org.brisket.protocol.chain.RootQuery;

/** A chain tracker that answers what a test tells it to. */
final class FakeChainTracker implements ChainTracker {
    final List<RootQuery> asked = new ArrayList<>();
    boolean closed;

    private final Function<RootQuery, CompletableFuture<RootAnswer>> roots;
    private final CompletableFuture<Long> height;

    private FakeChainTracker(
            Function<RootQuery, CompletableFuture<RootAnswer>> roots,
            CompletableFuture<Long> height) {
        this.roots = roots;
        this.height = height;
    }

    static FakeChainTracker answering(RootAnswer answer) {
        return new FakeChainTracker(
                query -> CompletableFuture.completedFuture(answer),
                CompletableFuture.completedFuture(900_000L));
    }

    static FakeChainTracker failing() {
        return new FakeChainTracker(
                query -> CompletableFuture.failedFuture(new IllegalStateException("down")),
                CompletableFuture.completedFuture(900_000L));
    }

    static FakeChainTracker withoutHeight() {
        return new FakeChainTracker(
                query -> CompletableFuture.completedFuture(RootAnswer.TRUE),
                CompletableFuture.failedFuture(new IllegalStateException("no quorum")));
    }

    /** Never says anything. */
    static FakeChainTracker silent() {
        return new FakeChainTracker(query -> new CompletableFuture<>(), new CompletableFuture<>());
    }

    @Override
    public CompletableFuture<RootAnswer> isValidRoot(RootQuery query) {
        asked.add(query);
        return roots.apply(query);
    }

    @Override
    public CompletableFuture<Long> currentHeight() {
        return height;
    }

    @Override
    public void close() {
        closed = true;
    }
}
