package org.brisket.connectors.chain;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.brisket.protocol.chain.ChainTracker;
import org.brisket.protocol.header.BlockHeader;

/** A chain tracker that also hands out the headers of its longest chain. */
interface HeaderTracker extends ChainTracker {
    /**
     * Headers by height, the lowest first.
     *
     * @param count how many at most; there are fewer where the tracker's chain ends
     * @return fails where the reply is not what was asked for
     */
    CompletableFuture<List<BlockHeader>> headers(long from, int count);

    /** The lowest height whose header can be had while the tip is at a height. */
    default long lowestHeaderBelow(long tip) {
        return 0;
    }
}
