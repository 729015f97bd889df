package org.brisket.protocol.beef;

/** Bounds on one BEEF, checked before anything of that size is allocated. */
public record BeefLimits(int maxBytes, int maxTransactions, int maxBumps) {
    public static final BeefLimits DEFAULT = new BeefLimits(10_000_000, 5_000, 5_000);
}
