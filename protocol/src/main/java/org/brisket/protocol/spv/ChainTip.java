package org.brisket.protocol.spv;

/**
 * The last block that verification builds on.
 *
 * @param height its height
 * @param medianTimePast the median time of it and its ten predecessors, seconds since 1970
 */
public record ChainTip(long height, long medianTimePast) {

    /** The height of the block that would hold what is verified now. */
    public long nextHeight() {
        return height + 1;
    }
}
