package org.brisket.job.local.view;

import java.time.Duration;
import java.util.Optional;
import org.brisket.job.local.traffic.Tally;
import org.brisket.simulator.scenario.ScenarioProgress;

/**
 * How everything stands at one moment: the submissions, results in the last second, transactions
 * that the job knows to be in a block, the last checkpoint, how often the job restarted (negative
 * if unknown), the height of the simulated network, how long the run has taken so far, and how far
 * the scenario has got, if there is one.
 */
public record Progress(
        Tally tally,
        double resultsPerSecond,
        long confirmed,
        Optional<Checkpoint> checkpoint,
        long restarts,
        long networkHeight,
        Duration elapsed,
        Optional<ScenarioProgress> scenario) {

    /** A completed checkpoint: its number, how long ago it completed and how long it took. */
    public record Checkpoint(long id, Duration age, Duration took) {}
}
