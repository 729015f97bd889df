package org.brisket.job.local.traffic;

import java.time.Duration;

/**
 * How a run stands: submissions sent, how many of them have a result and which, results that came
 * again, results of submissions that someone else sent, latencies in milliseconds, and the time
 * from the first submission to the last result.
 */
public record Tally(
        long sent,
        long admitted,
        long rejected,
        long rolledBack,
        long doubled,
        long foreign,
        long latencyP50,
        long latencyP99,
        Duration duration) {

    public long answered() {
        return admitted + rejected + rolledBack;
    }

    public long outstanding() {
        return sent - answered();
    }

    /** Results per second over the whole run. */
    public double rate() {
        return duration.isZero() ? 0 : answered() * 1e9 / duration.toNanos();
    }
}
