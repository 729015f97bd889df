package org.brisket.job.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.brisket.operators.decision.Lineage;
import org.brisket.simulator.workload.PlannedSubmission;
import org.brisket.simulator.workload.Workload;
import org.brisket.simulator.workload.WorkloadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job that is restored from an older savepoint does not go on as if it were the newest. */
class RewindITCase {
    private static final int SHARE = 100;
    private static final long SEED = 9_119;

    @TempDir Path directory;

    @Test
    void anOlderSavepointIsRefusedUnlessItsFutureIsGivenUp() throws Exception {
        Workload workload = new Workload(SEED, WorkloadOptions.of(3 * SHARE));
        Iterator<PlannedSubmission> submissions = workload.iterator();
        try (SimulatedWorld world = SimulatedWorld.start(SEED, workload);
                KafkaProducer<byte[], byte[]> producer = world.producer();
                OverlayMiniCluster cluster = OverlayMiniCluster.start(world.config(), directory)) {
            SimulatedWorld.send(submissions, SHARE, producer);
            awaitResults(world, SHARE);
            String older = cluster.stop();
            cluster.restore(older, 2);
            SimulatedWorld.send(submissions, SHARE, producer);
            awaitResults(world, 2 * SHARE);
            cluster.stop();

            cluster.restore(older, 2);
            assertThatThrownBy(() -> cluster.awaitEnd(Duration.ofMinutes(1)))
                    .rootCause()
                    .hasMessageContaining("this is a rewind")
                    .hasMessageContaining("--rewind");

            cluster.restore(older, 2, Lineage.rewinding("again"));
            SimulatedWorld.send(submissions, SHARE, producer);
            // What came after the savepoint is read and answered once more.
            awaitResults(world, 4 * SHARE);
            assertThat(cluster.status().isGloballyTerminalState()).isFalse();
        }
    }

    private static void awaitResults(SimulatedWorld world, int results) throws Exception {
        Await.until(
                results + " results",
                Duration.ofMinutes(2),
                () -> world.readCommitted("beef-results").size() >= results,
                world::describe);
    }
}
