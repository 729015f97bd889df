package org.brisket.simulator.http;

/** How an ARC endpoint deceives those who post transactions to it or ask for their status. */
public enum EndpointLie {
    /** Not at all. */
    NONE,
    /** Says that every transaction is invalid, and hands none on. */
    REJECTS,
    /** Says that it has seen every transaction on the network, and hands none on. */
    SWALLOWS,
    /** Hands them on, and says the opposite of what the network says. */
    CONTRADICTS
}
