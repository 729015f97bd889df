package org.brisket.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.brisket.job.e2e.Await;
import org.brisket.job.e2e.OverlayMiniCluster;
import org.brisket.job.e2e.SimulatedWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The command line asks a running job about a transaction while a ledger has yet to vote on it.
 * That lasts for a checkpoint or two, so it may take several families to ask in time.
 */
final class InspectUndecidedITCase {
    private static final int FAMILIES = 100;
    private static final RivalTraffic TRAFFIC = new RivalTraffic(3, FAMILIES);

    @TempDir private static Path directory;

    @Test
    void showsWhoVotedHowAndWhoIsAwaited() throws Exception {
        try (SimulatedWorld world = SimulatedWorld.start(3, TRAFFIC.funding());
                OverlayMiniCluster cluster = OverlayMiniCluster.start(world.config(), directory);
                var producer = world.producer()) {
            AtomicInteger family = new AtomicInteger();
            Await.until(
                    "an undecided transaction",
                    Duration.ofMinutes(2),
                    () -> isSeenUndecided(family.getAndIncrement() % FAMILIES, world, producer));
            assertThat(cluster.restarts()).isZero();
        }
    }

    private static boolean isSeenUndecided(
            int family, SimulatedWorld world, KafkaProducer<byte[], byte[]> producer) {
        TRAFFIC.records(family).forEach(producer::send);
        producer.flush();
        String txid = TRAFFIC.waiting(family).toString();
        Terminal inspect = Terminal.run("inspect", "tx", txid, "-b=" + world.bootstrapServers());
        assertThat(inspect.err()).isEmpty();
        if (!inspect.out().contains(" is undecided: ")) {
            return false;
        }
        assertThat(inspect.out())
                .startsWith(txid + ": no submission of its transaction was decided\n")
                .contains(" is undecided: 1 of 2 ledgers voted, which decide together\n")
                .contains("  TOPIC:tm_hello says no, NOTHING_TO_ADMIT: ")
                .contains("  TOPIC:tm_any is awaited\n");
        return true;
    }
}
