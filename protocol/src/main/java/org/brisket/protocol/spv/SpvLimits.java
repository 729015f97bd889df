package org.brisket.protocol.spv;

/**
 * Bounds on the verification of one BEEF.
 *
 * @param maxUnminedTransactions the subject and its unmined ancestors together
 * @param maxCost units of about ten nanoseconds that all scripts together may take
 * @param maxStackBytes the memory of a script's stack, as the node counts it
 */
public record SpvLimits(int maxUnminedTransactions, long maxCost, long maxStackBytes) {
    public static final SpvLimits DEFAULT = new SpvLimits(1_000, 100_000_000L, 32_000_000L);
}
