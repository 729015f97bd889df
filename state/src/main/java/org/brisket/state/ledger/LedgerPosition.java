package org.brisket.state.ledger;

/**
 * Where a ledger stands: how many changes of its live coins it has made, and the digest of the
 * coins that are live after the last one. A change is a transaction that is applied or undone.
 */
public record LedgerPosition(long sequence, LiveDigest digest) {
    /** Before the first change; also what verdicts hold that were stored without a position. */
    public static final LedgerPosition START = new LedgerPosition(0, LiveDigest.EMPTY);

    LedgerPosition after(LiveDigest change) {
        return new LedgerPosition(sequence + 1, digest.plus(change));
    }
}
