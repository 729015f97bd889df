package org.brisket.job.cli;

/** What a command's exit status says about who has to act. */
final class ExitStatus {
    /** Done. */
    static final int DONE = 0;

    /** The world is not as the command needs it: no broker, no topic, an unreadable file. */
    static final int WORLD = 1;

    /** The command line or the configuration is wrong. */
    static final int USAGE = 2;

    /** A defect of Brisket. */
    static final int DEFECT = 3;

    private ExitStatus() {}
}
