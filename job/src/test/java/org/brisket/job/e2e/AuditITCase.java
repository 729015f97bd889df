package org.brisket.job.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.brisket.job.cli.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Conflicts, aborts and rollbacks, and what the audit says of savepoints in the midst of them and
 * at the end, of the true change log and of a falsified one.
 */
class AuditITCase {
    private static final int FAMILIES = 120;
    private static final long SEED = 7;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path directory;

    @Test
    void findsNothingInTheTruthAndWhatIsFalseInTheRest() throws Exception {
        ContestedTraffic traffic = new ContestedTraffic(SEED, FAMILIES);
        try (SimulatedWorld world = SimulatedWorld.start(traffic.chain(SEED));
                OverlayMiniCluster cluster = OverlayMiniCluster.start(world.config(), directory)) {
            String early = runFirst(traffic, world, cluster);
            String later = runAgain(traffic, world, cluster);
            String last = cluster.stop();
            assertTheWorstHappened(world);

            for (String savepoint : List.of(early, later, last)) {
                Terminal audit =
                        Terminal.auditWithoutDifference(savepoint, world.bootstrapServers());
                if (savepoint.equals(early)) {
                    assertThat(audit.out()).doesNotContain(" 0 admissions after the savepoint");
                }
            }
            assertFindsWhatIsFalse(last, world);
        }
    }

    /** Gives a savepoint that was taken while the job had much to do. */
    private static String runFirst(
            ContestedTraffic traffic, SimulatedWorld world, OverlayMiniCluster cluster)
            throws Exception {
        List<ProducerRecord<byte[], byte[]>> records = traffic.first();
        send(records, world);
        awaitResults(records.size() / 3, world);
        String savepoint = cluster.savepoint(SavepointFormatType.CANONICAL);
        awaitResults(records.size(), world);
        return savepoint;
    }

    private static String runAgain(
            ContestedTraffic traffic, SimulatedWorld world, OverlayMiniCluster cluster)
            throws Exception {
        int before = world.readCommitted("beef-results").size();
        List<ProducerRecord<byte[], byte[]>> records = traffic.again();
        send(records, world);
        awaitResults(before + records.size() / 3, world);
        String savepoint = cluster.savepoint(SavepointFormatType.NATIVE);
        awaitResults(before + records.size(), world);
        return savepoint;
    }

    private static void send(List<ProducerRecord<byte[], byte[]>> records, SimulatedWorld world) {
        try (KafkaProducer<byte[], byte[]> producer = world.producer()) {
            records.forEach(producer::send);
            producer.flush();
        }
    }

    private static void awaitResults(int count, SimulatedWorld world) throws Exception {
        Await.until(
                count + " results",
                Duration.ofMinutes(2),
                () -> world.readCommitted("beef-results").size() >= count,
                world::describe);
    }

    private static List<String> values(String topic, SimulatedWorld world) {
        return world.readCommitted(topic).stream()
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .toList();
    }

    /** Otherwise the audit of the truth would prove little. */
    private static void assertTheWorstHappened(SimulatedWorld world) throws Exception {
        String results = String.join("\n", values("beef-results", world));
        String rollbacks = String.join("\n", values("beef-rollbacks", world));
        assertThat(results).contains("COIN_ALREADY_SPENT", "NOTHING_TO_ADMIT", "rolled-back");
        assertThat(rollbacks)
                .contains("\"admissionPublished\":true", "\"admissionPublished\":false");
        boolean together = false;
        for (String admission : values("beef-admissions", world)) {
            together |= JSON.readTree(admission).path("ledgers").size() == 2;
        }
        assertThat(together).as("an admission in two ledgers").isTrue();
    }

    private void assertFindsWhatIsFalse(String savepoint, SimulatedWorld world) throws Exception {
        List<String> admissions = values("beef-admissions", world);
        List<String> rollbacks = values("beef-rollbacks", world);
        assertThat(audit(savepoint, admissions, rollbacks).status()).isZero();

        // Proofs stand among them, which nobody audits.
        List<String> lines =
                admissions.stream().filter(line -> line.contains("\"ledgers\"")).toList();
        String middle = lines.get(lines.size() / 2);
        JsonNode dropped = JSON.readTree(middle);
        List<String> shorter = new ArrayList<>(admissions);
        shorter.remove(middle);
        assertFinds("ADMISSION_MISSING", dropped, audit(savepoint, shorter, rollbacks));

        JsonNode doubled = JSON.readTree(lines.get(lines.size() / 3));
        List<String> longer = new ArrayList<>(admissions);
        longer.add(doubled.toString());
        assertFinds("ADMISSION_DOUBLED", doubled, audit(savepoint, longer, rollbacks));

        JsonNode forgotten = JSON.readTree(rollbacks.get(rollbacks.size() / 2));
        List<String> fewer = new ArrayList<>(rollbacks);
        fewer.remove(rollbacks.size() / 2);
        assertFinds("ROLLBACK_MISSING", forgotten, audit(savepoint, admissions, fewer));
    }

    private Terminal audit(String savepoint, List<String> admissions, List<String> rollbacks)
            throws Exception {
        Path admitted = Files.write(directory.resolve("admissions.jsonl"), admissions);
        Path undone = Files.write(directory.resolve("rollbacks.jsonl"), rollbacks);
        return Terminal.run(
                "audit",
                "--all",
                "--savepoint=" + savepoint,
                "--admissions=" + admitted,
                "--rollbacks=" + undone);
    }

    /** One finding for each ledger of the record, and nothing else. */
    private static void assertFinds(String check, JsonNode record, Terminal audit) {
        assertThat(audit.status()).isEqualTo(1);
        List<String> findings = audit.out().lines().filter(line -> line.startsWith("  ")).toList();
        assertThat(findings)
                .as(audit.out())
                .hasSize(record.path("ledgers").size())
                .allMatch(line -> line.startsWith("  " + check + " in "))
                .allMatch(line -> line.contains(record.path("txid").asText()));
    }
}
