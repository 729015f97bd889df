package org.brisket.protocol.spv;

import org.brisket.protocol.verdict.Rejection;
import org.brisket.protocol.verdict.RejectionReason;

/** Ends a verification with a rejection. It never leaves the package and has no stack trace. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;

    private Refusal(Rejection rejection) {
        super(null, null, false, false);
        this.rejection = rejection;
    }

    static Refusal of(RejectionReason reason, String template, Object... values) {
        return new Refusal(Rejection.of(reason, template, values));
    }

    Rejection rejection() {
        return rejection;
    }
}
