package org.brisket.protocol.spv;

/**
 * The last block that verification builds on.
 *
 * @param height its height
 * @param medianTimePast the median time of it and its ten predecessors, seconds since 1970
 */
public record ChainTip(long height, long medianTimePast) {
    /** The median time of eleven blocks trails the clock by about this much. */
    private static final long MEDIAN_TIME_LAG_SECONDS = 3_600;

    /** The tip as it is at a time, in seconds since 1970, where its median time is not known. */
    public static ChainTip estimatedAt(long height, long seconds) {
        return new ChainTip(height, Math.max(0, seconds - MEDIAN_TIME_LAG_SECONDS));
    }

    /** The height of the block that would hold what is verified now. */
    public long nextHeight() {
        return height + 1;
    }
}
