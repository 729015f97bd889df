package org.brisket.job.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.brisket.simulator.workload.PlannedSubmission;
import org.brisket.simulator.workload.Workload;
import org.brisket.simulator.workload.WorkloadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole path once: broker, job, network. */
class OverlayITCase {
    @TempDir Path directory;

    @Test
    void givesEverySubmissionTheVerdictThatItMustGet() throws Exception {
        Workload workload = new Workload(1, WorkloadOptions.of(500).withHelloShare(0.2));
        try (SimulatedWorld world = SimulatedWorld.start(1, workload);
                OverlayMiniCluster cluster = OverlayMiniCluster.start(world.config(), directory);
                var producer = world.producer()) {
            for (PlannedSubmission planned : workload) {
                producer.send(SimulatedWorld.record(planned));
            }
            producer.flush();
            Await.until(
                    "500 results",
                    Duration.ofMinutes(2),
                    () -> world.readCommitted("beef-results").size() >= 500);

            Outcome outcome = Outcome.read(world);
            outcome.assertOneExpectedResultEach(workload);
            outcome.assertRejectionsAreByteExact(workload);
            outcome.assertNetworkSawOnlyCommitted(world);
            assertThat(cluster.restarts()).isZero();
        }
    }
}
