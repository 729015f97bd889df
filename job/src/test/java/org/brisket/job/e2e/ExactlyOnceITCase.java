package org.brisket.job.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.brisket.simulator.workload.PlannedSubmission;
import org.brisket.simulator.workload.SubmissionKind;
import org.brisket.simulator.workload.Workload;
import org.brisket.simulator.workload.WorkloadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Exactly once under failure: 20,000 submissions of every kind go through a real broker while the
 * job loses a task manager three times, and everything is read back committed.
 */
class ExactlyOnceITCase {
    private static final int SUBMISSIONS = 20_000;
    private static final int FAILURES = 3;
    private static final long SEED = 20_000;

    @TempDir Path directory;

    @Test
    void everySubmissionEndsInItsOneResultAlthoughTheJobFailsThreeTimes() throws Exception {
        Workload workload = new Workload(SEED, WorkloadOptions.of(SUBMISSIONS).withHelloShare(0.2));
        try (SimulatedWorld world = SimulatedWorld.start(SEED, workload);
                OverlayMiniCluster cluster = OverlayMiniCluster.start(world.config(), directory)) {
            sendWithFailures(workload, world, cluster);
            Await.until(
                    SUBMISSIONS + " results",
                    Duration.ofMinutes(5),
                    () -> world.endOfTopic("beef-results") >= SUBMISSIONS,
                    () -> world.describe() + Outcome.read(world).missing(workload, world));
            Await.until(
                    "the last transaction to be closed",
                    Duration.ofMinutes(1),
                    () -> world.readCommitted("beef-results").size() >= SUBMISSIONS);

            Outcome outcome = Outcome.read(world);
            outcome.assertOneExpectedResultEach(workload);
            outcome.assertRejectionsAreByteExact(workload);
            outcome.assertNetworkSawOnlyCommitted(world);
            outcome.assertRepeatsGotTheSameAnswer(workload);
            assertThat(cluster.restarts()).isGreaterThanOrEqualTo(FAILURES);
            assertThat(kinds(workload)).containsOnlyKeys(SubmissionKind.values());
        }
    }

    /** Fails the job each time another quarter of the workload has been sent and worked on. */
    private static void sendWithFailures(
            Workload workload, SimulatedWorld world, OverlayMiniCluster cluster) throws Exception {
        Iterator<PlannedSubmission> submissions = workload.iterator();
        int quarter = SUBMISSIONS / (FAILURES + 1);
        try (KafkaProducer<byte[], byte[]> producer = world.producer()) {
            for (int failure = 0; failure <= FAILURES; failure++) {
                long answered = world.endOfTopic("beef-results");
                SimulatedWorld.send(submissions, quarter, producer);
                if (failure < FAILURES) {
                    Await.until(
                            "results to fail in the midst of",
                            Duration.ofMinutes(2),
                            () -> world.endOfTopic("beef-results") > answered + quarter / 10);
                    cluster.failOver();
                }
            }
        }
    }

    private static Map<SubmissionKind, Integer> kinds(Workload workload) {
        Map<SubmissionKind, Integer> kinds = new EnumMap<>(SubmissionKind.class);
        workload.forEach(planned -> kinds.merge(planned.kind(), 1, Integer::sum));
        return kinds;
    }
}
