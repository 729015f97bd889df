package org.brisket.protocol.chain;

import java.util.concurrent.CompletableFuture;

/**
 * Someone who knows the headers of the longest chain. Safe for concurrent use. Futures complete
 * within the tracker's own time limit; trouble of any kind is {@link RootAnswer#UNKNOWN}, or an
 * exceptional completion where a height is asked for.
 */
public interface ChainTracker extends AutoCloseable {
    CompletableFuture<RootAnswer> isValidRoot(RootQuery query);

    /** The height of the tip. */
    CompletableFuture<Long> currentHeight();

    /**
     * Drops whatever is remembered of a height and all above it: a reorganisation replaced them.
     */
    default void forgetFrom(long height) {}

    /** What has happened so far; cheap, and callable from any thread. */
    default TrackerCounts counts() {
        return TrackerCounts.NONE;
    }

    @Override
    void close();
}
