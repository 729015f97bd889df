package org.brisket.bench.ledger;

/** The transactions of a busy topic. Each spends one coin and admits one output or two, in turn. */
enum Shape {
    /** Submitted to this ledger alone. */
    ALONE,
    /** The same, with a second input that is no coin of the ledger, to pay the fee. */
    WITH_FEE,
    /** Submitted to two ledgers that decide together: a proposal, then the order to commit. */
    TOGETHER,
    /**
     * Chains of four: the first is submitted by itself, the last one brings the others along, of
     * which two are new to the ledger.
     */
    ANCESTORS
}
