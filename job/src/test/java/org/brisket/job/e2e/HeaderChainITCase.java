package org.brisket.job.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.beef.BeefEntry;
import org.brisket.protocol.beef.BeefLimits;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.merkle.MerklePath;
import org.brisket.simulator.chain.Block;
import org.brisket.simulator.chain.MainnetBeef;
import org.brisket.simulator.chain.SimulatedChain;
import org.brisket.simulator.http.HeaderEndpoint;
import org.brisket.simulator.workload.PlannedSubmission;
import org.brisket.simulator.workload.Workload;
import org.brisket.simulator.workload.WorkloadOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The header chain that the job keeps: warm, reorganised, and without anybody to ask. */
class HeaderChainITCase {
    private static final int BATCH = 50;
    private static final Duration LIMIT = Duration.ofSeconds(100);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path directory;

    private final Workload workload =
            new Workload(5, WorkloadOptions.of(40 * BATCH).withBadShare(0));
    private final Iterator<PlannedSubmission> submissions = workload.iterator();
    private final List<PlannedSubmission> sent = new ArrayList<>();
    private SimulatedWorld world;
    private OverlayMiniCluster cluster;
    private KafkaProducer<byte[], byte[]> producer;

    @BeforeEach
    void start() throws Exception {
        world = SimulatedWorld.start(5, workload);
        cluster = OverlayMiniCluster.start(world.config(), directory);
        producer = world.producer();
    }

    @AfterEach
    void stop() throws Exception {
        producer.close();
        cluster.close();
        world.close();
    }

    private Stream<HeaderEndpoint> trackers() {
        return Stream.of(
                world.network().whatsOnChain(),
                world.network().blockHeadersService(),
                world.network().chaintracks());
    }

    private long lookups() {
        return trackers().mapToLong(HeaderEndpoint::lookups).sum();
    }

    private JsonNode result(String submissionId) throws Exception {
        Await.until(
                "result of " + submissionId,
                LIMIT,
                () -> find(submissionId).isPresent(),
                world::describe);
        return find(submissionId).orElseThrow();
    }

    private Optional<JsonNode> find(String submissionId) throws Exception {
        for (ConsumerRecord<byte[], byte[]> record : world.readCommitted("beef-results")) {
            JsonNode result = JSON.readTree(record.value());
            if (result.get("submissionId").asText().equals(submissionId)) {
                return Optional.of(result);
            }
        }
        return Optional.empty();
    }

    /** Sends submissions, waits for their results, and says how many lookups they took. */
    private long sendBatch() throws Exception {
        long before = lookups();
        for (int i = 0; i < BATCH; i++) {
            sent.add(submissions.next());
            producer.send(SimulatedWorld.record(sent.get(sent.size() - 1)));
        }
        producer.flush();
        Await.until(
                sent.size() + " results",
                LIMIT,
                () -> world.readCommitted("beef-results").size() >= sent.size());
        return lookups() - before;
    }

    private void warmUp() throws Exception {
        Await.until("submissions that need no tracker", LIMIT, () -> sendBatch() == 0);
    }

    private JsonNode submit(String submissionId, byte[] beef) throws Exception {
        send(submissionId, beef);
        return result(submissionId);
    }

    private void send(String submissionId, byte[] beef) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>("beef-submissions", beef);
        record.headers().add("x-topics", "tm_any".getBytes(UTF_8));
        record.headers().add("brisket-submission-id", submissionId.getBytes(UTF_8));
        producer.send(record);
        producer.flush();
    }

    /** A submission's transaction with the proof that it got since. */
    private static byte[] mined(PlannedSubmission planned, MerklePath proof) throws Exception {
        Beef beef = Beef.parse(planned.value(), BeefLimits.DEFAULT);
        List<MerklePath> bumps = new ArrayList<>(beef.bumps());
        bumps.add(proof);
        List<BeefEntry> entries = new ArrayList<>();
        Txid subject = planned.txid().orElseThrow();
        for (BeefEntry entry : beef.entries()) {
            entries.add(
                    entry.txid().equals(subject)
                            ? new BeefEntry.Proven(
                                    entry.transaction().orElseThrow(), bumps.size() - 1)
                            : entry);
        }
        return new Beef(beef.version(), beef.atomicSubject(), bumps, entries).toBytes();
    }

    @Test
    void asksNobodyAboutKnownRootsAndForgetsThoseOfAReorganisation() throws Exception {
        warmUp();
        assertThat(sendBatch()).as("lookups with warm headers").isZero();

        SimulatedChain chain = world.network().chain();
        Block block = world.network().mineBlock();
        PlannedSubmission planned =
                sent.stream()
                        .filter(each -> block.txids().contains(each.txid().orElseThrow()))
                        .findFirst()
                        .orElseThrow();
        int index = block.txids().indexOf(planned.txid().orElseThrow());
        byte[] proven = mined(planned, chain.proof(block.height(), index));
        assertThat(submit("in-the-chain", proven).get("status").asText()).isEqualTo("admitted");

        chain.reorganise(1, List.of(List.of(), List.of()));
        List<JsonNode> refused = new ArrayList<>();
        Await.until(
                "the proof of a block that was replaced to be refused",
                LIMIT,
                () -> {
                    JsonNode result = submit("attempt-" + refused.size(), proven);
                    refused.add(result);
                    return result.get("status").asText().equals("rejected");
                });
        assertThat(refused.get(refused.size() - 1).get("reason").asText())
                .isEqualTo("INVALID_MERKLE_ROOT");

        for (int i = 0; i < 6; i++) {
            chain.mine(List.of());
        }
        Await.until(
                "the proof to be refused without a tracker, once its height is buried",
                LIMIT,
                () -> {
                    long before = lookups();
                    JsonNode result = submit("buried-" + before + System.nanoTime(), proven);
                    assertThat(result.get("reason").asText()).isEqualTo("INVALID_MERKLE_ROOT");
                    return lookups() == before;
                });
        assertThat(cluster.restarts()).isZero();
    }

    @Test
    void waitsWhileNobodyAnswersAndGoesOnByItself() throws Exception {
        warmUp();
        trackers().forEach(tracker -> tracker.knobs().down(true));
        assertThat(sendBatch()).as("lookups for known roots in an outage").isZero();

        // Its proofs are of the real chain, below the first block that the job knows.
        MainnetBeef real =
                MainnetBeef.loadAll().stream()
                        .filter(beef -> beef.accepted() && beef.reasons().isEmpty())
                        .findFirst()
                        .orElseThrow();
        long requests = requests();
        send("parked", real.bytes());
        Await.until("everybody to be asked", LIMIT, () -> requests() >= requests + 10);
        assertThat(find("parked")).isEmpty();

        trackers().forEach(tracker -> tracker.knobs().down(false));
        JsonNode result = result("parked");
        assertThat(result.get("status").asText()).as(result.toString()).isEqualTo("admitted");
        assertThat(cluster.restarts()).isZero();
    }

    private long requests() {
        return trackers().mapToLong(tracker -> tracker.knobs().requests()).sum();
    }
}
