package org.brisket.job.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.brisket.simulator.workload.PlannedSubmission;
import org.brisket.simulator.workload.Workload;
import org.brisket.simulator.workload.WorkloadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job moves to more and to fewer subtasks under load, and nobody who reads can tell. */
class RescaleITCase {
    private static final int[] PARALLELISMS = {1, 2, 3, 1};
    private static final int SHARE = 2_000;
    private static final int SUBMISSIONS = PARALLELISMS.length * SHARE;
    private static final long SEED = 1_231;

    @TempDir Path directory;

    @Test
    void everySubmissionEndsInItsOneResultAtWhateverParallelism() throws Exception {
        Workload workload = new Workload(SEED, WorkloadOptions.of(SUBMISSIONS).withHelloShare(0.2));
        try (SimulatedWorld world = SimulatedWorld.start(SEED, workload);
                OverlayMiniCluster cluster =
                        OverlayMiniCluster.start(world.config(), directory, PARALLELISMS[0])) {
            sendWhileRescaling(workload, world, cluster);
            Await.until(
                    SUBMISSIONS + " results",
                    Duration.ofMinutes(5),
                    () -> world.readCommitted("beef-results").size() >= SUBMISSIONS,
                    () -> world.describe() + Outcome.read(world).missing(workload, world));

            Outcome outcome = Outcome.read(world);
            outcome.assertOneExpectedResultEach(workload);
            outcome.assertRejectionsAreByteExact(workload);
            outcome.assertNetworkSawOnlyCommitted(world);
            outcome.assertRepeatsGotTheSameAnswer(workload);
            assertThat(cluster.restarts()).as("the savepoint alone was restored").isEqualTo(1);
        }
    }

    /** Rescales each time a tenth of what was just sent has been answered. */
    private static void sendWhileRescaling(
            Workload workload, SimulatedWorld world, OverlayMiniCluster cluster) throws Exception {
        Iterator<PlannedSubmission> submissions = workload.iterator();
        try (KafkaProducer<byte[], byte[]> producer = world.producer()) {
            for (int step = 0; step < PARALLELISMS.length; step++) {
                if (step > 0) {
                    cluster.rescale(PARALLELISMS[step]);
                }
                long answered = world.endOfTopic("beef-results");
                SimulatedWorld.send(submissions, SHARE, producer);
                Await.until(
                        "results to rescale in the midst of",
                        Duration.ofMinutes(2),
                        () -> world.endOfTopic("beef-results") > answered + SHARE / 10);
            }
        }
    }
}
