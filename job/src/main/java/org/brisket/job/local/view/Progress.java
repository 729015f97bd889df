package org.brisket.job.local.view;

import java.time.Duration;
import java.util.Optional;
import org.brisket.job.local.traffic.Tally;

/**
 * How everything stands at one moment: the submissions, results in the last second, transactions
 * that the job knows to be in a block, the last checkpoint, how often the job restarted (negative
 * if unknown), the height of the simulated network, and how long the run has taken so far.
 */
public record Progress(
        Tally tally,
        double resultsPerSecond,
        long confirmed,
        Optional<Checkpoint> checkpoint,
        long restarts,
        long networkHeight,
        Duration elapsed) {

    /** A completed checkpoint: its number, how long ago it completed and how long it took. */
    public record Checkpoint(long id, Duration age, Duration took) {}
}
