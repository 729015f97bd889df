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

    @Override
    void close();
}
