package org.brisket.job.failure;

/**
 * Something outside is not as it must be: no broker, no topic, a port in use, an unreadable file.
 *
 * <p>The message is one line that says what is wrong and how to mend it. The command line prints it
 * without a stack trace and ends with exit status 1; the cause goes to the log.
 */
public final class ExplainedFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ExplainedFailure(String explanation) {
        super(explanation);
    }

    /** As {@link #ExplainedFailure(String)}, with the error that revealed it. */
    public ExplainedFailure(String explanation, Throwable cause) {
        super(explanation, cause);
    }
}
