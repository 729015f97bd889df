package org.brisket.state.tracking;

import java.io.Serializable;
import java.util.OptionalLong;

/**
 * When a block lies deep enough for its transactions to be final.
 *
 * @param depth confirmations that it takes, its own block counted; 0 if nothing ever becomes final
 *     because nobody follows the chain
 * @param blockMillis milliseconds that the network needs for a block on average
 */
public record Finality(int depth, long blockMillis) implements Serializable {
    public static final Finality NEVER = new Finality(0, 0);

    private static final long MIN_PAUSE_MILLIS = 1_000;

    /** True if transactions can become final at all. */
    boolean isFollowed() {
        return depth > 0;
    }

    boolean isReached(long blockHeight, OptionalLong tipHeight) {
        return isFollowed() && tipHeight.isPresent() && missing(blockHeight, tipHeight) <= 0;
    }

    /**
     * How long to wait before the tip is worth another look: half of the time that the missing
     * blocks take, so that a transaction is looked at a few times in its life (the logarithm of the
     * depth) and not once for every block. One block's time while the tip is unknown, a second at
     * least.
     */
    long pauseMillis(long blockHeight, OptionalLong tipHeight) {
        long pause =
                tipHeight.isPresent()
                        ? Math.min(depth, missing(blockHeight, tipHeight)) * blockMillis / 2
                        : blockMillis;
        return Math.max(MIN_PAUSE_MILLIS, pause);
    }

    private long missing(long blockHeight, OptionalLong tipHeight) {
        return depth - (tipHeight.getAsLong() - blockHeight + 1);
    }
}
