package org.brisket.protocol.broadcast;

/** What an endpoint's answer means to us; see the status table in the architecture document. */
public enum AnswerKind {
    /** The endpoint holds the transaction and works on it. */
    ACCEPTED,
    /** The endpoint holds it, but lacks a parent. */
    ORPHAN,
    /** A competing transaction exists; either may be mined. */
    CONTESTED,
    /** A verdict on the bytes: format, script, inputs or outputs. */
    INVALID,
    /** A policy of this endpoint, such as its fee, stands against it. */
    POLICY,
    /** A circumstance that may change, such as a conflicting input, stands against it. */
    CONDITION,
    /** The endpoint was asked about the transaction and does not know it, which proves nothing. */
    ABSENT,
    /** No answer, an error of the endpoint, or one that we do not know. */
    UNKNOWN;

    /** True for answers that say no. */
    public boolean isRefusal() {
        return this == INVALID || this == POLICY || this == CONDITION;
    }
}
