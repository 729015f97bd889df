package org.brisket.job.check;

import java.time.Duration;
import org.brisket.job.config.value.DurationText;
import org.brisket.job.topology.OverlayJob;

/** Flink's settings beside the job's. */
final class RuntimeChecks {
    private RuntimeChecks() {}

    static void run(FlinkFacts flink, Duration transactionTimeout, Findings findings) {
        if (flink.parallelism() > OverlayJob.MAX_PARALLELISM) {
            findings.problem(
                    "parallelism is %d, must be at most %d, over which the state is spread",
                    flink.parallelism(), OverlayJob.MAX_PARALLELISM);
        }
        Duration longest = flink.checkpointInterval().plus(flink.checkpointTimeout());
        if (transactionTimeout.compareTo(longest) <= 0) {
            findings.problem(
                    "kafka.transaction-timeout is %s, must be longer than the interval and the timeout of"
                            + " checkpoints together, %s: what a checkpoint prepared would be gone before it"
                            + " is committed",
                    DurationText.format(transactionTimeout), DurationText.format(longest));
        }
    }
}
