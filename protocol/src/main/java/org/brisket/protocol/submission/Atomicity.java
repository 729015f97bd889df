package org.brisket.protocol.submission;

/** Whether the ledgers of one submission decide together or each for itself. */
public enum Atomicity {
    /** Admitted in every ledger that it names, or in none. */
    ALL_OR_NOTHING("all-or-nothing"),
    /** Each topic decides for itself (BRC-22). */
    INDEPENDENT("independent");

    private final String text;

    Atomicity(String text) {
        this.text = text;
    }

    /** The word in headers and configuration. */
    public String text() {
        return text;
    }
}
