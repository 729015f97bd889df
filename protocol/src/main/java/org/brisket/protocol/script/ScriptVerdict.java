package org.brisket.protocol.script;

import org.brisket.protocol.verdict.RejectionReason;

/** What the evaluation of one input's scripts says. */
public sealed interface ScriptVerdict {
    /** The one valid verdict; it holds nothing. */
    ScriptVerdict VALID = new Valid();

    /** The unlocking script satisfies the locking script. */
    record Valid() implements ScriptVerdict {}

    /** The network's rules refuse the spend. */
    record Invalid(ScriptError error, String detail) implements ScriptVerdict {}

    /**
     * We do not judge the spend: it needs an operation that is not evaluated here ({@link
     * RejectionReason#UNSUPPORTED_SCRIPT}), or more than one of our limits allows (the limit's own
     * reason). The network may see it as valid.
     */
    record Refused(RejectionReason reason, String detail) implements ScriptVerdict {}

    default boolean isValid() {
        return this instanceof Valid;
    }
}
