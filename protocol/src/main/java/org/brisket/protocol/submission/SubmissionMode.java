package org.brisket.protocol.submission;

/** What a submission is for. */
public enum SubmissionMode {
    /** A new transaction: it is broadcast unless a block already holds it. */
    CURRENT("current"),
    /** History to catch up on: it is admitted and not broadcast. */
    HISTORICAL("historical");

    private final String text;

    SubmissionMode(String text) {
        this.text = text;
    }

    /** The word in headers and configuration. */
    public String text() {
        return text;
    }
}
