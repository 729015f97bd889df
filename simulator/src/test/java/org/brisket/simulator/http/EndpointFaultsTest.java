package org.brisket.simulator.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.simulator.network.Post;
import org.brisket.simulator.network.PostedTransaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What one endpoint, or all of them, do wrong on purpose. */
class EndpointFaultsTest {
    private final NetworkFixture fixture = new NetworkFixture();
    private final ArcEndpoint arc = fixture.network.arcs().get(0);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void failsTheSharesThatTheSeedChooses() {
        FaultMix mix = new FaultMix(0.3, 0.2, 0.1, 0, 0.2, Duration.ofMillis(1));
        List<String> first = outcomes(mix, 7);
        assertThat(outcomes(mix, 7)).isEqualTo(first);
        assertThat(outcomes(mix, 8)).isNotEqualTo(first);
        assertThat(first).contains("200", "503", "no answer");
        assertThat(outcomes(FaultMix.NONE, 7)).containsOnly("200");
        assertThat(outcomes(FaultMix.failing(1), 7)).containsOnly("503");
    }

    private List<String> outcomes(FaultMix mix, long seed) {
        arc.knobs().faults(mix, seed);
        List<String> outcomes = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            outcomes.add(outcome(() -> fixture.get(arc.url() + "/v1/health")));
        }
        return outcomes;
    }

    private interface Request {
        NetworkFixture.Reply send();
    }

    private static String outcome(Request request) {
        try {
            return Integer.toString(request.send().status());
        } catch (UncheckedIOException e) {
            return "no answer";
        }
    }

    @Test
    void refusesSharesThatComeToMoreThanAll() {
        assertThatThrownBy(() -> new FaultMix(0.6, 0.6, 0, 0, 0, Duration.ZERO))
                .hasMessageContaining("come to 1.2, must be 0 to 1");
    }

    @Test
    void takesEffectWhenOnlyTheAnswerIsLost() {
        arc.knobs().faults(FaultMix.losing(1), 7);
        ExtendedTransaction transaction = fixture.spend(0, 9_000);
        assertThat(outcome(() -> fixture.post(transaction))).isEqualTo("no answer");
        assertThat(fixture.network.ledger().acceptedTxids()).containsExactly(txid(transaction));
    }

    @Test
    void rejectsEverythingWithoutHandingItOn() {
        arc.lie(EndpointLie.REJECTS);
        ExtendedTransaction transaction = fixture.spend(0, 9_000);
        assertThat(fixture.post(transaction).status()).isEqualTo(461);
        assertThat(status(transaction)).isEqualTo("REJECTED");
        assertThat(fixture.network.ledger().state(txid(transaction))).isEmpty();
        arc.lie(EndpointLie.NONE);
        assertThat(fixture.post(transaction).status()).isEqualTo(200);
    }

    @Test
    void acceptsEverythingWithoutHandingItOn() {
        arc.lie(EndpointLie.SWALLOWS);
        ExtendedTransaction invalid = fixture.spend(0, 20_000);
        assertThat(fixture.post(invalid).json().get("txStatus").textValue())
                .isEqualTo("SEEN_ON_NETWORK");
        assertThat(status(invalid)).isEqualTo("SEEN_ON_NETWORK");
        assertThat(fixture.network.ledger().state(txid(invalid))).isEmpty();
        assertThat(fixture.network.ledger().postsOf(txid(invalid))).hasSize(1);
    }

    @Test
    void handsOnAndSaysTheOpposite() {
        arc.lie(EndpointLie.CONTRADICTS);
        ExtendedTransaction good = fixture.spend(0, 9_000);
        ExtendedTransaction bad = fixture.spend(1, 20_000);
        assertThat(fixture.post(good).status()).isEqualTo(461);
        assertThat(fixture.post(bad).status()).isEqualTo(200);
        assertThat(status(good)).isEqualTo("REJECTED");
        assertThat(fixture.network.ledger().acceptedTxids()).containsExactly(txid(good));
        assertThat(fixture.post(2, Hex.encode(good.toBytes())).status()).isEqualTo(200);
        assertThat(fixture.network.ledger().postsOf(txid(good)))
                .as("what posters were told")
                .extracting(Post::code)
                .containsExactly(461, 200);
    }

    @Test
    void failsABatchThatHoldsPoisonAndRefusesThePoisonAlone() {
        List<ExtendedTransaction> batch = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            batch.add(fixture.spend(i, 9_000));
        }
        TransactionLottery lottery = new TransactionLottery(3, 0.3, 7);
        fixture.network.interventions().poison(lottery);

        assertThat(postBatch(batch).status()).isEqualTo(500);
        List<ExtendedTransaction> poison =
                batch.stream().filter(each -> lottery.draws(txid(each))).toList();
        assertThat(poison).hasSize(3);
        assertThat(lottery.drawn()).hasSize(3);
        assertThat(fixture.network.ledger().acceptedTxids()).isEmpty();
        poison.forEach(each -> assertThat(fixture.post(each).status()).isEqualTo(461));
        poison.forEach(
                each ->
                        assertThat(fixture.post(2, Hex.encode(each.toBytes())).status())
                                .isEqualTo(461));
        batch.removeAll(poison);
        assertThat(postBatch(batch).json()).hasSize(17);
        assertThat(fixture.network.ledger().acceptedTxids()).hasSize(17);
    }

    @Test
    void findsOrphansInABatchThatItWorksOnFromTheEnd() {
        ExtendedTransaction parent = fixture.spend(0, 9_000);
        ExtendedTransaction child = fixture.spend(parent.transaction(), 0, 8_000);
        arc.reverseBatches(true);

        JsonNode answers = postBatch(List.of(parent, child)).json();

        assertThat(answers)
                .extracting(answer -> answer.get("txStatus").textValue())
                .containsExactlyInAnyOrder("SEEN_IN_ORPHAN_MEMPOOL", "SEEN_ON_NETWORK");
        assertThat(status(child)).isEqualTo("SEEN_ON_NETWORK");
    }

    @Test
    void letsARivalComeFirst() {
        ExtendedTransaction ours = fixture.spend(0, 9_000);
        ExtendedTransaction rival = fixture.spend(0, 8_000);
        Function<PostedTransaction, Optional<PostedTransaction>> rivals =
                posted -> Optional.of(PostedTransaction.of(rival));
        fixture.network.interventions().forestall(new TransactionLottery(1, 1, 7), rivals);

        NetworkFixture.Reply reply = fixture.post(ours);

        assertThat(reply.status()).isEqualTo(466);
        assertThat(reply.json().get("competingTxs").get(0).textValue())
                .isEqualTo(txid(rival).toString());
        assertThat(fixture.network.interventions().forestalled()).containsExactly(txid(ours));
        assertThat(fixture.post(fixture.spend(1, 9_000)).status()).isEqualTo(200);
    }

    @Test
    void drawsTheSameTransactionsFromTheSameSeed() {
        List<Txid> txids = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            txids.add(new Txid(i, 1, 2, 3));
        }
        TransactionLottery first = new TransactionLottery(1_000, 0.1, 7);
        TransactionLottery second = new TransactionLottery(1_000, 0.1, 7);
        txids.forEach(first::draws);
        for (int i = txids.size() - 1; i >= 0; i--) {
            second.draws(txids.get(i));
        }
        assertThat(second.drawn()).isEqualTo(first.drawn()).hasSizeBetween(60, 140);
    }

    private NetworkFixture.Reply postBatch(List<ExtendedTransaction> batch) {
        List<String> lines = batch.stream().map(each -> Hex.encode(each.toBytes())).toList();
        byte[] body = String.join("\n", lines).getBytes(UTF_8);
        return fixture.post(arc.url() + "/v1/txs", "text/plain", body);
    }

    private String status(ExtendedTransaction transaction) {
        String url = arc.url() + "/v1/tx/" + txid(transaction);
        return fixture.get(url).json().path("txStatus").asText();
    }

    private static Txid txid(ExtendedTransaction transaction) {
        return transaction.transaction().txid();
    }
}
