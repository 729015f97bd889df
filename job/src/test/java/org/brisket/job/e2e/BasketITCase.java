package org.brisket.job.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.protocol.overlay.basket.SampleStock.KEEPER;
import static org.brisket.protocol.overlay.basket.SampleStock.available;
import static org.brisket.protocol.overlay.basket.SampleStock.consumed;
import static org.brisket.protocol.overlay.basket.SampleStock.reserved;
import static org.brisket.protocol.overlay.basket.SampleStock.token;
import static org.brisket.protocol.overlay.topic.SampleTokens.issue;
import static org.brisket.protocol.overlay.topic.SampleTokens.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.brisket.job.config.BrisketConfig;
import org.brisket.protocol.overlay.basket.SampleStock;
import org.brisket.protocol.overlay.basket.StockState;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.simulator.chain.FundingPlan;
import org.brisket.state.ledger.LiveDigest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens and stock through broker, job and network. */
class BasketITCase {
    private static final String ANY = "TOPIC:tm_any";
    private static final String TEA = SampleStock.ledger("tea").toString();
    private static final String BASKETS =
            "basket-manager: {baskets: [btms/p btms, inventory/stock]}\n";

    @TempDir Path directory;

    private final FundingPlan funding = TokenForge.funding(1);
    private final TokenForge forge = new TokenForge(funding);
    private final Map<String, Transaction> transactions = new LinkedHashMap<>();
    private final List<ProducerRecord<byte[], byte[]>> submissions = new ArrayList<>();
    private final Map<String, JsonNode> results = new HashMap<>();
    private final Map<String, JsonNode> admissions = new HashMap<>();

    @Test
    void keepsTokensAndStockInBaskets() throws Exception {
        submitTokens();
        submitStock();
        try (SimulatedWorld world = SimulatedWorld.start(1, funding);
                OverlayMiniCluster cluster = OverlayMiniCluster.start(config(world), directory);
                var producer = world.producer()) {
            send(world, producer);
            // Until they are aborted, what they would have spent is not there for others.
            submitWhatTheRefusedHadSpent();
            send(world, producer);
            read(world);

            checkTokens();
            checkStock();
            checkRefusalsChangedNothing(world);
            checkBalances(world, producer);
            assertThat(cluster.restarts()).isZero();
        }
    }

    private static BrisketConfig config(SimulatedWorld world) {
        // However busy the machine is, slow answers are not what this is about.
        String patient = world.configYaml().replace("spv:\n", "spv:\n  validation-timeout: 60 s\n");
        return BrisketConfig.load(patient + BASKETS);
    }

    /** Sends what was submitted since the last time, and waits for all results. */
    private void send(SimulatedWorld world, KafkaProducer<byte[], byte[]> producer)
            throws Exception {
        submissions.forEach(producer::send);
        submissions.clear();
        producer.flush();
        int count = transactions.size();
        Await.until(
                count + " results",
                Duration.ofMinutes(2),
                () -> world.readCommitted("beef-results").size() >= count,
                world::describe);
    }

    /** Submissions of one partition are taken in their order. */
    private Transaction submit(int partition, String id, String topics, Transaction transaction) {
        var submission =
                new ProducerRecord<byte[], byte[]>(
                        "beef-submissions", partition, null, forge.beef(transaction));
        submission.headers().add("x-topics", topics.getBytes(StandardCharsets.UTF_8));
        submission.headers().add("brisket-submission-id", id.getBytes(StandardCharsets.UTF_8));
        submissions.add(submission);
        transactions.put(id, transaction);
        return transaction;
    }

    private static List<Outpoint> coin(Transaction maker, int output) {
        return List.of(new Outpoint(maker.txid(), output));
    }

    private void submitTokens() {
        Transaction issued = submit(0, "issue", "", forge.make(List.of(), issue(100)));
        Outpoint gold = new Outpoint(issued.txid(), 0);
        Transaction transferred =
                submit(
                        0,
                        "transfer",
                        "",
                        forge.make(List.of(gold), transfer(gold, 60), transfer(gold, 40)));
        List<Outpoint> sixty = coin(transferred, 0);
        submit(0, "overdraw", "", forge.make(sixty, transfer(gold, 61)));
        submit(0, "topic-refuses", "tm_hello", forge.make(sixty, transfer(gold, 60)));
        submit(0, "burn-some", "", forge.make(coin(transferred, 1), transfer(gold, 30)));
    }

    private void submitStock() {
        byte[] received =
                token("tea", 50, StockState.AVAILABLE).received(KEEPER, forge.nextFee(), 0).lock();
        Transaction receipt = submit(1, "receive", "tm_any", forge.make(List.of(), received));
        Transaction reserved =
                submit(
                        1,
                        "reserve",
                        "",
                        forge.make(coin(receipt, 0), reserved("tea", 20), available("tea", 30)));
        byte[] elsewhere = token("tea", 20, StockState.RESERVED, "shelf-7").lock();
        Transaction moved = submit(1, "move", "", forge.make(coin(reserved, 0), elsewhere));
        submit(1, "consume", "", forge.make(coin(moved, 0), consumed("tea", 20)));
        byte[] tooMuch = available("tea", 31);
        submit(1, "basket-refuses", "tm_any", forge.make(coin(reserved, 1), tooMuch));
    }

    private void submitWhatTheRefusedHadSpent() {
        List<Outpoint> sixty = coin(transactions.get("transfer"), 0);
        List<Outpoint> thirty = coin(transactions.get("reserve"), 1);
        submit(0, "burn-the-rest", "", forge.make(sixty));
        submit(1, "reserve-more", "tm_any", forge.make(thirty, reserved("tea", 30)));
    }

    private void read(SimulatedWorld world) throws Exception {
        ObjectMapper json = new ObjectMapper();
        for (ConsumerRecord<byte[], byte[]> record : world.readCommitted("beef-results")) {
            JsonNode result = json.readTree(record.value());
            assertThat(results.put(result.path("submissionId").asText(), result)).isNull();
        }
        for (ConsumerRecord<byte[], byte[]> record : world.readCommitted("beef-admissions")) {
            JsonNode admission = json.readTree(record.value());
            if (!admission.has("ledgers")) {
                continue;
            }
            admissions.merge(
                    admission.path("txid").asText(), admission, BasketITCase::withMoreLedgers);
        }
        assertThat(results.keySet()).isEqualTo(transactions.keySet());
    }

    /** A transaction that also came along as an ancestor is admitted in more ledgers later. */
    private static JsonNode withMoreLedgers(JsonNode admission, JsonNode later) {
        ((ObjectNode) admission.path("ledgers")).setAll((ObjectNode) later.path("ledgers"));
        return admission;
    }

    private void checkTokens() {
        String gold = "btms/p btms:" + new Outpoint(transactions.get("issue").txid(), 0);

        checkBasket("issue", gold, "[0] [] []");
        checkBasket("transfer", gold, "[0,1] [1] []");
        checkBasket("burn-some", gold, "[0] [1] []");
        checkBasket("burn-the-rest", gold, "[] [] [1]");
        checkRefused("overdraw", "BASKET:" + gold, "AMOUNT_NOT_CONSERVED");
        checkRefused("topic-refuses", "TOPIC:tm_hello", "NOTHING_TO_ADMIT");
    }

    private void checkStock() {
        checkBasket("receive", TEA, "[0] [] []");
        checkBasket("reserve", TEA, "[0,1] [1] []");
        checkBasket("move", TEA, "[0] [1] []");
        checkBasket("consume", TEA, "[] [] [1]");
        checkBasket("reserve-more", TEA, "[0] [1] []");
        checkRefused("basket-refuses", "BASKET:" + TEA, "AMOUNT_NOT_CONSERVED");
        assertThat(results.get("reserve").path("steak").size()).isZero();
        assertThat(results.get("receive").path("steak").fieldNames())
                .toIterable()
                .containsExactly("tm_any");
    }

    /** Outputs to admit, coins to retain, coins removed: in the result and in the change log. */
    private void checkBasket(String id, String basket, String instructions) {
        JsonNode result = results.get(id);
        assertThat(result.path("status").asText()).as("%s", result).isEqualTo("admitted");
        assertThat(text(result.path("baskets").path(basket))).as(id).isEqualTo(instructions);
        assertThat(text(ledger(id, "BASKET:" + basket))).as(id).isEqualTo(instructions);
    }

    private JsonNode ledger(String id, String ledger) {
        String txid = transactions.get(id).txid().toString();
        return admissions.get(txid).path("ledgers").path(ledger);
    }

    private static String text(JsonNode instructions) {
        return "%s %s %s"
                .formatted(
                        instructions.path("outputsToAdmit"),
                        instructions.path("coinsToRetain"),
                        instructions.path("coinsRemoved"));
    }

    private void checkRefused(String id, String ledger, String reason) {
        JsonNode result = results.get(id);
        assertThat(result.path("status").asText()).as("%s", result).isEqualTo("rejected");
        assertThat(result.path("refusedBy").path(ledger).path("reason").asText())
                .as("%s", result)
                .isEqualTo(reason);
    }

    /**
     * The coins that refused transactions spent could be spent by later ones, see above; and the
     * topic holds only what the two admitted transactions and the ancestor between them left there.
     */
    private void checkRefusalsChangedNothing(SimulatedWorld world) {
        LiveDigest expected =
                digestOf("receive")
                        .minus(digestOf("receive", 0))
                        .plus(digestOf("reserve"))
                        .minus(digestOf("reserve", 1))
                        .plus(digestOf("reserve-more"));

        assertThat(ledger("reserve-more", ANY).path("digest").asText())
                .isEqualTo(expected.toString());
        for (String id : List.of("overdraw", "topic-refuses", "basket-refuses")) {
            assertThat(world.network().ledger().postedTxids())
                    .doesNotContain(transactions.get(id).txid());
            assertThat(admissions).doesNotContainKey(transactions.get(id).txid().toString());
        }
    }

    /** What the running job says of its live state. */
    private void checkBalances(SimulatedWorld world, KafkaProducer<byte[], byte[]> producer)
            throws Exception {
        String gold = new Outpoint(transactions.get("issue").txid(), 0).toString();
        producer.send(balance("BASKET:btms/p btms:" + gold, gold));
        String tea = SampleStock.ledger("tea").partition();
        producer.send(balance("BASKET:" + TEA, tea));
        producer.flush();
        Await.until(
                "two answers",
                Duration.ofMinutes(1),
                () -> world.readCommitted("state-answers").size() >= 2);

        Map<String, String> amounts = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : world.readCommitted("state-answers")) {
            JsonNode answer = new ObjectMapper().readTree(record.value());
            amounts.put(
                    answer.path("asset").asText(),
                    answer.path("amount").asText() + " in " + answer.path("coins").asText());
        }
        assertThat(amounts).containsOnly(Map.entry(gold, "30 in 1"), Map.entry(tea, "30 in 1"));
    }

    private static ProducerRecord<byte[], byte[]> balance(String ledger, String asset) {
        String query =
                "{\"query\":\"balance\",\"ledger\":\"%s\",\"asset\":\"%s\"}"
                        .formatted(ledger, asset);
        return new ProducerRecord<>("state-queries", query.getBytes(StandardCharsets.UTF_8));
    }

    private LiveDigest digestOf(String id) {
        LiveDigest digest = LiveDigest.EMPTY;
        for (int output = 0; output < transactions.get(id).outputCount(); output++) {
            digest = digest.plus(digestOf(id, output));
        }
        return digest;
    }

    private LiveDigest digestOf(String id, int output) {
        return LiveDigest.of(ANY, new Outpoint(transactions.get(id).txid(), output));
    }
}
