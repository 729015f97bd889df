package org.brisket.protocol.beef;

import org.brisket.protocol.limit.Limit;
import org.brisket.protocol.limit.Limits;

/** Bounds on one BEEF, checked before anything of that size is allocated: a view of all limits. */
public record BeefLimits(Limits limits) {
    public static final BeefLimits DEFAULT = new BeefLimits(Limits.DEFAULT);

    /** These three, and the standard of the others. */
    public BeefLimits(int maxBytes, int maxTransactions, int maxBumps) {
        this(
                Limits.DEFAULT
                        .with(Limit.RECORD_BYTES, maxBytes)
                        .with(Limit.TRANSACTIONS, maxTransactions)
                        .with(Limit.MERKLE_PATHS, maxBumps));
    }
}
