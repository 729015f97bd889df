package org.brisket.simulator.workload;

/** What is special about a planned submission. */
public enum SubmissionKind {
    /** Spends a mined coin, correctly. */
    VALID(false),
    /**
     * Correctly spends the change of an earlier valid submission, which is not mined in the BEEF.
     */
    CHAINED(false),
    /** The transaction of an earlier valid submission again, perhaps in another encoding. */
    REPEAT(false),
    /** The signature is someone else's, or belongs to another transaction. */
    BAD_SIGNATURE(true),
    /** The merkle path leads to a root that no block of its height has. */
    WRONG_ROOT(true),
    /** Cut off, continued, or garbage from the start. */
    MALFORMED(true),
    /** Names a topic that nobody hosts. */
    UNKNOWN_TOPIC(true),
    /** Pays out more than it gets. */
    VALUE_NOT_CONSERVED(true),
    /** Spends one output with two inputs. */
    DUPLICATE_INPUT(true);

    private final boolean bad;

    SubmissionKind(boolean bad) {
        this.bad = bad;
    }

    /** True if it must be rejected. */
    public boolean isBad() {
        return bad;
    }
}
