package org.brisket.protocol.verdict;

import java.util.Locale;

/** A refusal: the stable reason, and in the detail what was found and what was expected. */
public record Rejection(RejectionReason reason, String detail) {
    private static final int MAX_DETAIL = 512;

    public Rejection {
        if (detail.length() > MAX_DETAIL) {
            detail = detail.substring(0, MAX_DETAIL);
        }
    }

    public static Rejection of(RejectionReason reason, String template, Object... values) {
        return new Rejection(reason, String.format(Locale.ROOT, template, values));
    }
}
