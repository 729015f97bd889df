package org.brisket.protocol.limit;

import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.protocol.verdict.RejectionReason;

/** Says that bytes, which may well follow their format, are more than we read. */
public final class LimitExceededException extends MalformedException {
    private static final long serialVersionUID = 1L;

    private final Limit limit;

    LimitExceededException(Limit limit, long actual, long allowed) {
        super(limit.words() + ": " + actual + ", the limit is " + allowed);
        this.limit = limit;
    }

    public Limit limit() {
        return limit;
    }

    /** Why a BEEF that does not parse is refused: for a limit, or as malformed. */
    public static Rejection rejectionOf(MalformedException refused) {
        RejectionReason reason =
                refused instanceof LimitExceededException over
                        ? over.limit().reason()
                        : RejectionReason.MALFORMED_BEEF;
        return new Rejection(reason, refused.getMessage());
    }
}
