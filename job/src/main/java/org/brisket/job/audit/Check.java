package org.brisket.job.audit;

/** What is checked. The names are public: they stand at the head of every finding. */
public enum Check {
    /** The digest of a ledger is that of its live coins. */
    STATE_DIGEST,
    /** No application is numbered beyond the changes that its ledger made. */
    SEQUENCE_BEYOND,
    /** The transaction that made a coin is applied and admits that output. */
    COIN_WITHOUT_MAKER,
    /** The transaction that spent a coin is applied and names the coin. */
    COIN_WITHOUT_SPENDER,
    /** A coin is pending if and only if the transaction that made it is undecided. */
    PENDING_COIN,
    /** A coin that an application spent is there, as long as a rollback may have to restore it. */
    SPENT_COIN_MISSING,
    /** No coin is spent by two applied transactions. */
    DOUBLE_SPEND,
    /** Proposals wait behind what is undecided or waits itself, and behind nothing else. */
    WAITING_BEHIND_NOTHING,
    /** A transaction that stands is applied for good in every ledger that admitted it. */
    TRACKED_NOT_HELD,
    /** A transaction that was rolled back is applied in no ledger any more. */
    ROLLED_BACK_BUT_HELD,
    /** What a ledger said yes to in an open ballot is applied there. */
    VOTED_NOT_HELD,

    /** Every line of the log can be read. */
    UNREADABLE_RECORD,
    /** An admission is in the log once. */
    ADMISSION_DOUBLED,
    /** An admission that was published is in the log. */
    ADMISSION_MISSING,
    /** What the log admits is applied in the ledger, or was undone by a rollback of the log. */
    ADMISSION_NOT_HELD,
    /** The record says of an application what the ledger holds of it. */
    ADMISSION_DIFFERS,
    /** A rollback is in the log once. */
    ROLLBACK_DOUBLED,
    /** A rollback is in the log. */
    ROLLBACK_MISSING,
    /** A rollback says whether the admission was published. */
    ROLLBACK_DIFFERS,
    /** A number of a ledger belongs to one change. */
    SEQUENCE_TWICE,
    /** From one change to the next the digest moves by what the record says. */
    LOG_DIGEST,
    /** The log adds up to the digest of the savepoint. */
    FINAL_DIGEST;

    /** True if it compares the change log; false if it looks at the state alone. */
    boolean ofLog() {
        return compareTo(UNREADABLE_RECORD) >= 0;
    }
}
