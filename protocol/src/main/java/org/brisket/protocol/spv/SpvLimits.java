package org.brisket.protocol.spv;

import org.brisket.protocol.limit.Limit;
import org.brisket.protocol.limit.Limits;

/** Bounds on the verification of one BEEF: a view of all limits. */
public record SpvLimits(Limits limits) {
    public static final SpvLimits DEFAULT = new SpvLimits(Limits.DEFAULT);

    /**
     * These three, and the standard of the others.
     *
     * @param maxDepth transactions on the longest chain of unmined ones, the subject among them
     * @param maxCost units of about ten nanoseconds that all scripts together may take
     * @param maxStackBytes the memory of a script's stacks, as the node counts it
     */
    public SpvLimits(int maxDepth, long maxCost, long maxStackBytes) {
        this(
                Limits.DEFAULT
                        .with(Limit.DEPTH, maxDepth)
                        .with(Limit.COST, maxCost)
                        .with(Limit.STACK_BYTES, maxStackBytes));
    }

    public int maxDepth() {
        return (int) limits.of(Limit.DEPTH);
    }

    public long maxCost() {
        return limits.of(Limit.COST);
    }

    public long maxStackBytes() {
        return limits.of(Limit.STACK_BYTES);
    }
}
