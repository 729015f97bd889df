package org.brisket.job.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.brisket.job.cli.Terminal;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.beef.BeefLimits;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.simulator.chain.Block;
import org.brisket.simulator.chain.FundingPlan;
import org.brisket.simulator.chain.SimulatedChain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A chain of unconfirmed transactions, each submitted with all of its ancestors, is stored once and
 * handed out as BEEF that ends in a block: in the funding's at first, later in a nearer one.
 */
class TransactionStoreITCase {
    private static final int LENGTH = 6;

    /** Whose proof becomes known. */
    private static final int MINED = 3;

    private static final Duration LIMIT = Duration.ofSeconds(100);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir Path directory;

    private final List<Transaction> chain = new ArrayList<>();
    private SimulatedWorld world;
    private OverlayMiniCluster cluster;
    private KafkaProducer<byte[], byte[]> producer;
    private long submitted;

    @BeforeEach
    void start() throws Exception {
        FundingPlan plan = TokenForge.funding(11);
        world = SimulatedWorld.start(11, plan);
        cluster = OverlayMiniCluster.start(world.config(), directory);
        producer = world.producer();
        submitChain(new TokenForge(plan));
        Await.until(
                LENGTH + " results",
                LIMIT,
                () -> world.readCommitted("beef-results").size() >= LENGTH,
                world::describe);
    }

    @AfterEach
    void stop() throws Exception {
        producer.close();
        cluster.close();
        world.close();
    }

    private void submitChain(TokenForge forge) {
        for (int i = 0; i < LENGTH; i++) {
            List<Outpoint> coins =
                    i == 0 ? List.of() : List.of(new Outpoint(chain.get(i - 1).txid(), 0));
            chain.add(forge.make(coins, TokenForge.CHANGE));
            ProducerRecord<byte[], byte[]> record =
                    new ProducerRecord<>(
                            "beef-submissions", new byte[] {1}, forge.beef(chain.get(i)));
            record.headers().add("x-topics", "tm_any".getBytes(UTF_8));
            producer.send(record);
            submitted += record.value().length;
        }
        producer.flush();
    }

    private Terminal inspect(Txid txid, Path file) {
        return Terminal.run(
                "inspect",
                "tx",
                txid.toString(),
                "--beef",
                "--out=" + file,
                "-b=" + world.bootstrapServers());
    }

    /** What the command line makes of the last transaction of the chain. */
    private Beef lastBeef() throws Exception {
        Path file = directory.resolve("last.beef");
        Terminal terminal = inspect(chain.get(LENGTH - 1).txid(), file);
        assertThat(terminal.err()).isEmpty();
        assertThat(terminal.status()).isZero();
        return Beef.parse(Files.readAllBytes(file), BeefLimits.DEFAULT);
    }

    private void assertVerifies() throws Exception {
        ObjectNode roots = JSON.createObjectNode();
        SimulatedChain blocks = world.network().chain();
        for (long height = SimulatedChain.FIRST_HEIGHT; height <= blocks.tipHeight(); height++) {
            roots.put(
                    Long.toString(height), blocks.at(height).orElseThrow().merkleRoot().toString());
        }
        Path headers = directory.resolve("headers.json");
        Files.writeString(headers, roots.toString());
        Terminal verified =
                Terminal.run(
                        "verify",
                        directory.resolve("last.beef").toString(),
                        "--headers=" + headers);
        assertThat(verified.status()).as(verified.out()).isZero();
        assertThat(verified.out()).contains("valid", chain.get(LENGTH - 1).txid().toString());
    }

    /** The heights in the proofs of the mined transaction, all of them behind its admission. */
    private List<Long> proofs() throws Exception {
        List<Long> heights = new ArrayList<>();
        boolean admitted = false;
        for (ConsumerRecord<byte[], byte[]> record : world.readCommitted("beef-admissions")) {
            JsonNode line = JSON.readTree(record.value());
            if (line.path("txid").asText().equals(chain.get(MINED).txid().toString())) {
                admitted |= line.has("ledgers");
                if (line.path("kind").asText().equals("proof")) {
                    assertThat(admitted).isTrue();
                    heights.add(line.path("blockHeight").asLong());
                }
            }
        }
        return heights;
    }

    private void awaitProofs(Long... heights) throws Exception {
        Await.until(
                "proofs at " + List.of(heights),
                LIMIT,
                () -> proofs().equals(List.of(heights)),
                world::describe);
    }

    private void awaitEntries(int count) throws Exception {
        Await.until(
                count + " transactions in the BEEF",
                LIMIT,
                () -> lastBeef().entries().size() == count,
                world::describe);
    }

    @Test
    void handsOutBeefThatEndsInABlock() throws Exception {
        assertThat(lastBeef().entries()).hasSize(LENGTH + 1);
        assertVerifies();
        assertIsStoredOnce();

        Txid mined = chain.get(MINED).txid();
        Block first = world.network().mineBlock();
        world.prove(mined, first, producer);
        world.prove(mined, first, producer);
        awaitProofs(first.height());
        awaitEntries(LENGTH - MINED + 1);
        assertVerifies();

        SimulatedChain blocks = world.network().chain();
        blocks.reorganise(1, List.of(List.of(), List.of()));
        awaitEntries(LENGTH + 1);
        assertVerifies();

        Block second = blocks.mine(List.of(mined));
        world.prove(mined, second, producer);
        awaitProofs(first.height(), second.height());
        awaitEntries(LENGTH - MINED + 1);
        assertVerifies();
        assertThat(cluster.restarts()).isZero();
    }

    /** Whoever keeps the latest record of each key has every transaction once. */
    private void assertIsStoredOnce() throws Exception {
        Map<String, byte[]> stored = new HashMap<>();
        long written = 0;
        for (ConsumerRecord<byte[], byte[]> record : world.readCommitted("beef-transactions")) {
            stored.put(new String(record.key(), UTF_8), record.value());
            written += record.value().length;
        }
        assertThat(stored).hasSize(LENGTH + 1);
        for (Transaction transaction : chain) {
            Beef alone = Beef.parse(stored.get(transaction.txid().toString()), BeefLimits.DEFAULT);
            assertThat(alone.graph().subject()).isEqualTo(transaction);
            written -= transaction.size();
        }
        assertThat(written).as("besides the chain itself").isLessThan(submitted / 3);
        assertThat(stored.values().stream().mapToLong(value -> value.length).sum())
                .isLessThan(submitted / 2);
    }

    @Test
    void saysWhatIsNotStored() {
        Terminal unknown = inspect(new Txid(1, 2, 3, 4), directory.resolve("unknown.beef"));

        assertThat(unknown.status()).isNotZero();
        assertThat(unknown.err()).contains(new Txid(1, 2, 3, 4) + " is not stored");
        assertThat(directory.resolve("unknown.beef")).doesNotExist();
    }
}
