package org.brisket.protocol.script;

import org.brisket.protocol.limit.Limit;
import org.brisket.protocol.verdict.RejectionReason;

/**
 * Ends an evaluation with a verdict other than valid. It never leaves the package, and carries no
 * stack trace because hostile scripts must stay cheap.
 */
final class ScriptFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient ScriptVerdict verdict;

    private ScriptFailure(ScriptVerdict verdict) {
        super(null, null, false, false);
        this.verdict = verdict;
    }

    static ScriptFailure invalid(ScriptError error) {
        return invalid(error, "");
    }

    static ScriptFailure invalid(ScriptError error, String detail) {
        return new ScriptFailure(new ScriptVerdict.Invalid(error, detail));
    }

    static ScriptFailure unsupported(String detail) {
        return new ScriptFailure(
                new ScriptVerdict.Refused(RejectionReason.UNSUPPORTED_SCRIPT, detail));
    }

    static ScriptFailure overLimit(Limit limit, long allowed) {
        String detail = limit.words() + ": more than " + allowed;
        return new ScriptFailure(new ScriptVerdict.Refused(limit.reason(), detail));
    }

    ScriptVerdict verdict() {
        return verdict;
    }
}
