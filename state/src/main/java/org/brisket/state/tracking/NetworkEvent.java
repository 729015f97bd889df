package org.brisket.state.tracking;

/** What can happen to a tracked transaction, as far as the transition table distinguishes it. */
public enum NetworkEvent {
    /** An endpoint accepted it, or someone saw it on the network. */
    ACCEPTED,
    /** The network holds it, but lacks a parent, or nobody gave a verdict. */
    PENDING,
    /** A competing transaction was seen. */
    CONTESTED,
    /** A verdict on its bytes with enough evidence to believe it. */
    INVALID,
    /** Every endpoint refuses it, for reasons that may pass. */
    REFUSED,
    /** It stayed refused past the deadline. */
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
