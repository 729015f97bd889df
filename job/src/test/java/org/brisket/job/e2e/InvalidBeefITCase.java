package org.brisket.job.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.beef.BeefLimits;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.vectors.VectorFiles;
import org.brisket.protocol.verdict.RejectionReason;
import org.brisket.simulator.chain.MainnetHeaders;
import org.brisket.simulator.workload.Workload;
import org.brisket.simulator.workload.WorkloadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every BEEF that the public vectors call invalid ends with the dead letters as it came. */
class InvalidBeefITCase {
    /** What bytes that do not parse may be refused for. */
    private static final Set<RejectionReason.Category> UNPARSEABLE =
            Set.of(RejectionReason.Category.MALFORMED, RejectionReason.Category.LIMIT);

    private static final MainnetHeaders HEADERS = MainnetHeaders.load();

    @TempDir Path directory;

    @Test
    void deadLettersHoldEveryInvalidBeefWithAStableReason() throws Exception {
        // What only strict readers refuse is for each implementation to decide.
        List<JsonNode> invalid =
                VectorFiles.vectors("beef/beef_invalid.json").stream()
                        .filter(vector -> !vector.at("/expected/strict_only").asBoolean())
                        .toList();
        Workload none = new Workload(1, WorkloadOptions.of(1));
        try (SimulatedWorld world = SimulatedWorld.start(1, none);
                OverlayMiniCluster cluster = OverlayMiniCluster.start(world.config(), directory);
                KafkaProducer<byte[], byte[]> producer = world.producer()) {
            for (JsonNode vector : invalid) {
                producer.send(record(vector));
            }
            producer.flush();
            Await.until(
                    invalid.size() + " dead letters",
                    Duration.ofMinutes(2),
                    () -> world.readCommitted("beef-rejections").size() >= invalid.size(),
                    world::describe);

            assertAllAreDeadLetters(invalid, world);
            assertThat(cluster.restarts()).isZero();
        }
    }

    private static void assertAllAreDeadLetters(List<JsonNode> invalid, SimulatedWorld world)
            throws Exception {
        Map<String, ConsumerRecord<byte[], byte[]>> deadLetters = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> letter : world.readCommitted("beef-rejections")) {
            deadLetters.put(header(letter, "brisket-reason-submission-id"), letter);
        }
        for (JsonNode vector : invalid) {
            String id = vector.get("id").asText();
            ConsumerRecord<byte[], byte[]> letter = deadLetters.get(id);
            assertThat(letter).as(id).isNotNull();
            assertThat(letter.value()).as(id).isEqualTo(bytes(vector));
            RejectionReason reason = RejectionReason.valueOf(header(letter, "brisket-reason-code"));
            if (vector.at("/expected/parse_error").asBoolean()) {
                assertThat(reason.category()).as(id).isIn(UNPARSEABLE);
            } else if (headersAreKnown(vector)) {
                assertThat(reason.isRetryable()).as("%s %s", id, reason).isFalse();
            }
        }
        assertThat(deadLetters).hasSize(invalid.size());
        assertThat(world.network().ledger().postCount()).as("posts to the network").isZero();
    }

    /** The chain trackers cannot deny a root at a height that none of them knows. */
    private static boolean headersAreKnown(JsonNode vector) throws Exception {
        return Beef.parse(bytes(vector), BeefLimits.DEFAULT).bumps().stream()
                .allMatch(bump -> HEADERS.at(bump.blockHeight()).isPresent());
    }

    private static ProducerRecord<byte[], byte[]> record(JsonNode vector) throws Exception {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>("beef-submissions", bytes(vector));
        record.headers().add("x-topics", "tm_any".getBytes());
        record.headers().add("brisket-submission-id", vector.get("id").asText().getBytes());
        return record;
    }

    private static byte[] bytes(JsonNode vector) throws Exception {
        return Hex.decode(vector.at("/input/beef_hex").asText());
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value());
    }
}
