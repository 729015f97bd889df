package org.brisket.job.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.Supplier;

/** Says on standard error how far long work is, every few seconds; short work says nothing. */
final class ProgressLine {
    private static final long INTERVAL_NANOS = Duration.ofSeconds(5).toNanos();

    private final PrintWriter err;
    private long due = System.nanoTime() + INTERVAL_NANOS;

    ProgressLine(PrintWriter err) {
        this.err = err;
    }

    /** Prints {@code so far …} if it is time for it. */
    void update(Supplier<String> state) {
        if (System.nanoTime() - due > 0) {
            err.println("so far " + state.get());
            err.flush();
            due = System.nanoTime() + INTERVAL_NANOS;
        }
    }
}
