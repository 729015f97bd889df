package org.brisket.operators.proof;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.brisket.protocol.chain.ChainTracker;
import org.brisket.protocol.chain.RootAnswer;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.chain.TrackerCounts;

/** A chain tracker that answers what a test tells it to. */
final class FakeChainTracker implements ChainTracker {
    final List<RootQuery> asked = new ArrayList<>();
    final List<Long> forgotten = new ArrayList<>();
    boolean closed;

    private final Function<RootQuery, CompletableFuture<RootAnswer>> roots;
    private final CompletableFuture<Long> height;

    private FakeChainTracker(
            Function<RootQuery, CompletableFuture<RootAnswer>> roots,
            CompletableFuture<Long> height) {
        this.roots = roots;
        this.height = height;
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

    /** Answers one after the other what it is given, then the last for ever. */
    static FakeChainTracker answering(RootAnswer first, RootAnswer... others) {
        Deque<RootAnswer> answers = new ArrayDeque<>(List.of(others));
        answers.addFirst(first);
        return new FakeChainTracker(
                query ->
                        CompletableFuture.completedFuture(
                                answers.size() == 1 ? answers.peek() : answers.poll()),
                CompletableFuture.completedFuture(900_000L));
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
    public void forgetFrom(long height) {
        forgotten.add(height);
    }

    @Override
    public TrackerCounts counts() {
        return new TrackerCounts(asked.size(), 7, 1);
    }

    @Override
    public void close() {
        closed = true;
    }
}
