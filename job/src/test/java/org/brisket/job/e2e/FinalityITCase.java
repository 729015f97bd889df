package org.brisket.job.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.brisket.job.config.BrisketConfig;
import org.brisket.protocol.hash.Txid;
import org.brisket.simulator.chain.Block;
import org.brisket.simulator.chain.SimulatedChain;
import org.brisket.simulator.workload.PlannedSubmission;
import org.brisket.simulator.workload.Workload;
import org.brisket.simulator.workload.WorkloadOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A spender is confirmed, loses its block, is confirmed again and becomes final. */
class FinalityITCase {
    private static final int SUBMISSIONS = 60;
    private static final int DEPTH = 4;
    private static final String LEDGER = "TOPIC:tm_any";
    private static final Duration LIMIT = Duration.ofSeconds(100);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path directory;

    private final Workload workload =
            new Workload(9, WorkloadOptions.of(SUBMISSIONS).withBadShare(0));
    private SimulatedWorld world;
    private OverlayMiniCluster cluster;
    private KafkaProducer<byte[], byte[]> producer;
    private int queries;

    @BeforeEach
    void start() throws Exception {
        world = SimulatedWorld.start(9, workload);
        String yaml =
                world.configYaml()
                        .replace(
                                "    poll-interval: 100 ms\n",
                                "    poll-interval: 100 ms\n    finality-depth: " + DEPTH + "\n");
        cluster = OverlayMiniCluster.start(BrisketConfig.load(yaml), directory);
        producer = world.producer();
    }

    @AfterEach
    void stop() throws Exception {
        producer.close();
        cluster.close();
        world.close();
    }

    private void admitAll() throws Exception {
        for (PlannedSubmission planned : workload) {
            producer.send(SimulatedWorld.record(planned));
        }
        producer.flush();
        Await.until(
                SUBMISSIONS + " results",
                LIMIT,
                () -> world.readCommitted("beef-results").size() >= SUBMISSIONS,
                world::describe);
    }

    /** A transaction in a block that spent a coin of the topic, and that coin. */
    private record Spender(Txid txid, String coin) {}

    private Spender spenderIn(Block block) throws Exception {
        for (ConsumerRecord<byte[], byte[]> record : world.readCommitted("beef-admissions")) {
            JsonNode admission = JSON.readTree(record.value());
            JsonNode spent = admission.path("ledgers").path(LEDGER).path("spentCoins");
            Txid txid = Txid.fromDisplayHex(admission.path("txid").asText());
            if (!spent.isEmpty() && block.txids().contains(txid)) {
                return new Spender(txid, spent.get(0).asText());
            }
        }
        throw new AssertionError("no spender of a coin is in the block");
    }

    /** What an answer to a question about an output says under this name, from whoever says it. */
    private String ask(String outpoint, String name) throws Exception {
        String id = "q" + queries++;
        String query =
                "{\"query\": \"outpoint\", \"id\": \"%s\", \"outpoint\": \"%s\"}"
                        .formatted(id, outpoint);
        producer.send(new ProducerRecord<>("state-queries", query.getBytes(UTF_8)));
        producer.flush();
        Await.until("answer " + id, LIMIT, () -> !find(id, name).isEmpty(), world::describe);
        return find(id, name);
    }

    private String find(String id, String name) throws Exception {
        for (ConsumerRecord<byte[], byte[]> record : world.readCommitted("state-answers")) {
            JsonNode answer = JSON.readTree(record.value());
            if (id.equals(new String(record.key(), UTF_8)) && answer.has(name)) {
                return answer.get(name).asText();
            }
        }
        return "";
    }

    private void awaitPhase(String phase, Txid txid) throws Exception {
        Await.until(
                txid + " to be " + phase,
                LIMIT,
                () -> ask(txid + ".0", "phase").equals(phase),
                world::describe);
    }

    @Test
    void followsATransactionOverAReorganisationToItsEnd() throws Exception {
        admitAll();
        SimulatedChain chain = world.network().chain();
        Block first = world.network().mineBlock();
        Spender spender = spenderIn(first);
        world.prove(spender.txid(), first, producer);
        awaitPhase("confirmed", spender.txid());
        assertThat(ask(spender.coin(), "stage")).isEqualTo("spent");

        chain.reorganise(1, List.of(List.of(), List.of()));
        awaitPhase("accepted", spender.txid());

        Block second = chain.mine(List.of(spender.txid()));
        world.prove(spender.txid(), second, producer);
        awaitPhase("confirmed", spender.txid());

        for (int i = 1; i < DEPTH; i++) {
            chain.mine(List.of());
        }
        awaitPhase("final", spender.txid());
        Await.until(
                "the spent coin to be gone",
                LIMIT,
                () -> ask(spender.coin(), "stage").equals("gone"),
                world::describe);
        assertThat(cluster.restarts()).isZero();
    }
}
