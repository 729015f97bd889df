package org.brisket.protocol.chain;

/** What is known about a merkle root at a height. Trouble in asking is UNKNOWN, never FALSE. */
public enum RootAnswer {
    TRUE,
    FALSE,
    UNKNOWN
}
