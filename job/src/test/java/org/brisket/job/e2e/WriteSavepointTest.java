package org.brisket.job.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.brisket.job.audit.AuditResult;
import org.brisket.job.audit.Counter;
import org.brisket.job.audit.flink.AuditRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writes a savepoint of this version for {@link KeptSavepointITCase}; docs/upgrades.md says when.
 */
@EnabledIfSystemProperty(named = WriteSavepointTest.TARGET, matches = ".+")
class WriteSavepointTest {
    static final String TARGET = "brisket.savepoint.write";
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private static final int LATER_STEPS = KeptSavepointITCase.PARALLELISMS.length;

    /** Less than a checkpoint takes to come round: the last ones are undecided at the savepoint. */
    private static final long PAUSE_MILLIS = 60;

    @TempDir Path directory;

    @Test
    void writesWhatIsKept() throws Exception {
        KeptSavepoint kept = new KeptSavepoint(Path.of(System.getProperty(TARGET)));
        Files.createDirectories(kept.savepoint());
        SavepointTraffic traffic = new SavepointTraffic();
        try (SimulatedWorld world =
                        SimulatedWorld.start(SavepointTraffic.seed(), SavepointTraffic.funding());
                OverlayMiniCluster cluster =
                        OverlayMiniCluster.start(KeptSavepoint.config(world), directory);
                var producer = world.producer()) {
            var submissions = new ArrayList<>(traffic.first());
            submissions.forEach(producer::send);
            producer.flush();
            Await.until(
                    submissions.size() + " results",
                    LIMIT,
                    () -> KeptSavepoint.results(world).size() >= submissions.size(),
                    world::describe);
            submissions.addAll(sendUndecided(traffic, producer));
            String savepoint = cluster.stop();

            RecordFile.write(kept.submissions(), submissions);
            RecordFile.write(kept.later(), traffic.later(LATER_STEPS));
            writeResults(kept, world);
            writeState(kept, savepoint, world);
        }
    }

    private static List<ProducerRecord<byte[], byte[]>> sendUndecided(
            SavepointTraffic traffic, KafkaProducer<byte[], byte[]> producer) throws Exception {
        List<ProducerRecord<byte[], byte[]>> undecided = traffic.undecided();
        for (ProducerRecord<byte[], byte[]> submission : undecided) {
            producer.send(submission).get();
            Thread.sleep(PAUSE_MILLIS);
        }
        return undecided;
    }

    private static void writeResults(KeptSavepoint kept, SimulatedWorld world) throws IOException {
        Files.write(
                kept.results(),
                world.readCommitted("beef-results").stream()
                        .map(result -> new String(result.value(), UTF_8))
                        .toList());
    }

    private static void writeState(KeptSavepoint kept, String savepoint, SimulatedWorld world)
            throws Exception {
        SavepointContents contents = new SavepointContents(savepoint);
        Files.write(
                kept.ledgers(),
                contents.ledgers().values().stream().map(LedgerState::toLine).toList());
        List<ProducerRecord<byte[], byte[]>> decisions =
                unread(world.readCommitted("decisions"), contents.offsets());
        RecordFile.write(kept.decisions(), decisions);
        copy(Path.of(URI.create(savepoint)), kept.savepoint());

        AuditResult audit = new AuditRun(savepoint, List.of(), 1).run(progress -> {});
        assertThat(audit.first()).isEmpty();
        assertThat(audit.counts().get(Counter.UNDER_WAY))
                .as("undecided applications; if there are none, try again")
                .isPositive();
        assertThat(decisions).as("decisions that the savepoint has not read").isNotEmpty();
    }

    private static List<ProducerRecord<byte[], byte[]>> unread(
            List<ConsumerRecord<byte[], byte[]>> records, Map<TopicPartition, Long> offsets) {
        return records.stream()
                .filter(
                        record ->
                                record.offset()
                                        >= offsets.get(
                                                new TopicPartition(
                                                        record.topic(), record.partition())))
                .map(RecordFile::copy)
                .toList();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
