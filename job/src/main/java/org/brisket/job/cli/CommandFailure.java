package org.brisket.job.cli;

/** The end of a command for a reason that its user can understand and mend. */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitStatus;

    private CommandFailure(int exitStatus, String explanation, Throwable cause) {
        super(explanation, cause);
        this.exitStatus = exitStatus;
    }

    /**
     * Something outside is not as it must be; {@code explanation} is one line that says what and
     * how to mend it.
     */
    public static CommandFailure world(String explanation) {
        return new CommandFailure(ExitStatus.WORLD, explanation, null);
    }

    /** As {@link #world(String)}, with the error that revealed it, for the log. */
    public static CommandFailure world(String explanation, Throwable cause) {
        return new CommandFailure(ExitStatus.WORLD, explanation, cause);
    }

    int exitStatus() {
        return exitStatus;
    }
}
