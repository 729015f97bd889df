package org.brisket.operators.output;

import java.util.List;

/** The headers in which a dead letter says why it is one; they stand behind all others. */
public final class RejectionHeaders {
    /** What their names begin with. */
    public static final String PREFIX = "brisket-reason-";

    public static final String CODE = PREFIX + "code";
    public static final String CATEGORY = PREFIX + "category";
    public static final String RETRYABLE = PREFIX + "retryable";
    public static final String DETAIL = PREFIX + "detail";
    public static final String SUBMISSION_ID = PREFIX + "submission-id";
    public static final String SOURCE = PREFIX + "source";

    /** All of them, in their order. */
    public static final List<String> ALL =
            List.of(CODE, CATEGORY, RETRYABLE, DETAIL, SUBMISSION_ID, SOURCE);

    private RejectionHeaders() {}
}
