package org.brisket.state.tracking;

/** What can happen to a tracked transaction, as far as the transition table distinguishes it. */
public enum NetworkEvent {
    /** An endpoint accepted it, or someone saw it on the network. */
    ACCEPTED,
    /** All endpoints were asked: one or more hold it, and none knows of a competitor. */
    HELD,
    /** The network holds it, but lacks a parent, or nobody gave a verdict. */
    PENDING,
    /** A competing transaction was seen. */
    CONTESTED,
    /** A verdict on its bytes with enough evidence to believe it. */
    INVALID,
    /** Every endpoint refuses it, for reasons that may pass. */
    REFUSED,
    /** Two endpoints or more refuse it, all that there are, and name a competing transaction. */
    OUTDONE,
    /** Every endpoint had forgotten it for so many blocks that it is not just late. */
    FORGOTTEN,
    /** No endpoint holds it, and patience with that has ended. */
    DEADLINE_PASSED,
    /** A block holds it, proven against the chain. */
    MINED,
    /** Its block lies so deep in the chain that it will not come back. */
    BURIED,
    /** Its block is no longer part of the best chain. */
    UNMINED,
    /** A transaction that it stands on was undone. */
    PARENT_UNDONE,
    /** A ledger that was to hold it does not: nothing that the network says brings it back. */
    NOT_HELD
}
