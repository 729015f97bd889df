package org.brisket.state.header;

/** What the own headers say about a root. */
public enum OwnAnswer {
    /** It is the root of the best chain's block at its height. */
    TRUE,
    /** Another root is, under enough work. */
    FALSE,
    /** The height is so far above the tip that nobody can have it yet. */
    ABOVE_TIP,
    /** They cannot say: ask the trackers. */
    ASK
}
