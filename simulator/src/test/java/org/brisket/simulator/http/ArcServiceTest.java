package org.brisket.simulator.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.brisket.protocol.bytes.ByteWriter;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.merkle.MerklePath;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.simulator.network.NetworkOptions;
import org.brisket.simulator.network.Post;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ArcServiceTest {
    private final NetworkFixture fixture = new NetworkFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void takesATransactionInEveryContentType() {
        String url = fixture.arc(1) + "/v1/tx";
        ExtendedTransaction first = fixture.spend(0, 9_000);
        String json = "{\"rawTx\":\"" + Hex.encode(first.toBytes()) + "\"}";
        NetworkFixture.Reply reply = fixture.post(url, "application/json", json.getBytes(UTF_8));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().get("txid").textValue())
                .isEqualTo(first.transaction().txid().toString());
        assertThat(reply.json().get("txStatus").textValue()).isEqualTo("SEEN_ON_NETWORK");
        assertThat(reply.json().get("status").intValue()).isEqualTo(200);
        assertThat(reply.json().get("title").textValue()).isEqualTo("OK");
        assertThat(reply.json().get("competingTxs").isNull()).isTrue();

        byte[] second = fixture.spend(1, 9_000).toBytes();
        assertThat(fixture.post(url, "application/octet-stream", second).status()).isEqualTo(200);
        assertThat(fixture.post(fixture.spend(2, 9_000)).status()).isEqualTo(200);
        String raw = fixture.spend(3, 9_000).transaction().bytes().toString();
        assertThat(fixture.post(1, raw).status()).isEqualTo(200);
        assertThat(fixture.post(url, "text/html", second).status()).isEqualTo(400);
        assertThat(fixture.network.ledger().mempoolSize()).isEqualTo(4);
    }

    @Test
    void answersTheSameAgainAndRecordsEveryPost() {
        ExtendedTransaction transaction = fixture.spend(0, 9_000);
        assertThat(fixture.post(transaction).status()).isEqualTo(200);
        assertThat(fixture.post(2, Hex.encode(transaction.toBytes())).status()).isEqualTo(200);
        var txid = transaction.transaction().txid();
        assertThat(fixture.network.ledger().postsOf(txid))
                .extracting(Post::endpoint, Post::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("arc1", 200),
                        org.assertj.core.groups.Tuple.tuple("arc2", 200));
        assertThat(fixture.network.ledger().acceptedTxids()).containsExactly(txid);
    }

    @Test
    void refusesMalformedTransactions() {
        assertThat(fixture.post(1, "zz").status()).isEqualTo(400);
        assertThat(fixture.post(1, "0100beef0000").status()).isEqualTo(468);
        byte[] bytes = fixture.spend(0, 9_000).toBytes();
        byte[] truncated = Arrays.copyOf(bytes, bytes.length - 1);
        NetworkFixture.Reply reply = fixture.post(1, Hex.encode(truncated));
        assertThat(reply.status()).isEqualTo(463);
        assertThat(reply.json().get("title").textValue()).isEqualTo("Malformed transaction");
        assertThat(reply.json().get("status").intValue()).isEqualTo(463);
        assertThat(reply.json().get("detail").textValue()).isNotEmpty();
        assertThat(reply.json().get("txid").isNull()).isTrue();
    }

    @Test
    void refusesValueThatComesFromNowhereAndFeesThatAreTooLow() {
        assertThat(fixture.post(fixture.spend(0, 10_001)).status()).isEqualTo(464);
        assertThat(fixture.post(fixture.spend(0, 10_000)).status()).isEqualTo(465);
        assertThat(fixture.post(fixture.spend(0, 10_000), "X-SkipFeeValidation", "true").status())
                .isEqualTo(200);
    }

    @Test
    void letsAParentPayForItsChild() {
        ExtendedTransaction parent = fixture.spend(0, 9_000);
        ExtendedTransaction child = fixture.spend(parent.transaction(), 0, 9_000);
        assertThat(fixture.post(parent).status()).isEqualTo(200);
        assertThat(fixture.post(child).status()).isEqualTo(200);
    }

    @Test
    void refusesASignatureOfSomeoneElse() {
        ExtendedTransaction good = fixture.spend(0, 9_000);
        ExtendedTransaction other = fixture.spend(0, 8_000);
        byte[] forged = good.toBytes();
        byte[] pieces = other.toBytes();
        // The other one's signature stands in the input, before the outputs that differ.
        int end = forged.length - 4 - 34;
        System.arraycopy(pieces, 0, forged, 0, Math.min(end, pieces.length));
        assertThat(fixture.post(1, Hex.encode(forged)).status()).isEqualTo(461);
    }

    @Test
    void refusesASourceOutputThatIsNotTheRealOne() {
        ExtendedTransaction honest = fixture.spend(0, 9_000);
        var source = honest.sourceOutputs().get(0);
        var inflated =
                new org.brisket.protocol.transaction.TransactionOutput(
                        source.satoshis() + 1, source.lockingScript());
        ExtendedTransaction lie =
                new ExtendedTransaction(honest.transaction(), java.util.List.of(inflated));
        assertThat(fixture.post(lie).status()).isEqualTo(462);
    }

    @Test
    void namesTheCompetitorOfASecondSpend() {
        ExtendedTransaction first = fixture.spend(0, 9_000);
        ExtendedTransaction second = fixture.spend(0, 8_000);
        assertThat(fixture.post(first).status()).isEqualTo(200);
        NetworkFixture.Reply reply = fixture.post(second);
        assertThat(reply.status()).isEqualTo(466);
        assertThat(reply.json().get("competingTxs").get(0).textValue())
                .isEqualTo(first.transaction().txid().toString());
        fixture.network.mineBlock();
        assertThat(fixture.post(second).status()).isEqualTo(466);
    }

    @Test
    void keepsAnOrphanUntilItsParentComes() {
        ExtendedTransaction parent = fixture.spend(0, 9_000);
        ExtendedTransaction child = fixture.spend(parent.transaction(), 0, 8_000);
        ExtendedTransaction grandchild = fixture.spend(child.transaction(), 0, 7_000);
        assertThat(status(fixture.post(grandchild))).isEqualTo("SEEN_IN_ORPHAN_MEMPOOL");
        assertThat(status(fixture.post(child))).isEqualTo("SEEN_IN_ORPHAN_MEMPOOL");
        assertThat(fixture.post(1, child.transaction().bytes().toString()).status()).isEqualTo(200);
        assertThat(fixture.network.ledger().acceptedTxids()).isEmpty();
        assertThat(status(fixture.post(parent))).isEqualTo("SEEN_ON_NETWORK");
        assertThat(status(fixture.post(grandchild))).isEqualTo("SEEN_ON_NETWORK");
        var block = fixture.network.mineBlock();
        assertThat(block.txids().subList(1, 4))
                .containsExactly(
                        parent.transaction().txid(),
                        child.transaction().txid(),
                        grandchild.transaction().txid());
    }

    @Test
    void cannotTakeARawTransactionWhoseParentItDoesNotKnow() {
        ExtendedTransaction parent = fixture.spend(0, 9_000);
        ExtendedTransaction child = fixture.spend(parent.transaction(), 0, 8_000);
        assertThat(fixture.post(1, child.transaction().bytes().toString()).status()).isEqualTo(460);
    }

    @Test
    void putsTheSuccessesOfABatchFirst() {
        ExtendedTransaction good = fixture.spend(0, 9_000);
        ExtendedTransaction bad = fixture.spend(1, 20_000);
        ExtendedTransaction alsoGood = fixture.spend(2, 9_000);
        JsonNode answers =
                fixture.post(
                                fixture.arc(1) + "/v1/txs",
                                "text/plain",
                                (hex(bad) + "\n" + hex(good) + "\n" + hex(alsoGood) + "\n")
                                        .getBytes(UTF_8))
                        .json();
        assertThat(answers).hasSize(3);
        assertThat(answers.get(0).get("txid").textValue()).isEqualTo(txid(good));
        assertThat(answers.get(1).get("txid").textValue()).isEqualTo(txid(alsoGood));
        assertThat(answers.get(2).get("txid").textValue()).isEqualTo(txid(bad));
        assertThat(answers.get(2).get("status").intValue()).isEqualTo(464);
    }

    @Test
    void takesBatchesInJsonAndInBinaryWithParentsBeforeChildren() {
        ExtendedTransaction parent = fixture.spend(0, 9_000);
        ExtendedTransaction child = fixture.spend(parent.transaction(), 0, 8_000);
        byte[] binary =
                new ByteWriter()
                        .write(parent.toBytes())
                        .write(child.transaction().bytes())
                        .toByteArray();
        String url = fixture.arc(2) + "/v1/txs";
        JsonNode first = fixture.post(url, "application/octet-stream", binary).json();
        assertThat(first).hasSize(2).allMatch(a -> a.get("status").intValue() == 200);
        String json = "[{\"rawTx\":\"" + hex(parent) + "\"},{\"rawTx\":\"" + hex(child) + "\"}]";
        JsonNode again = fixture.post(url, "application/json", json.getBytes(UTF_8)).json();
        assertThat(again).hasSize(2).allMatch(a -> a.get("status").intValue() == 200);
        assertThat(fixture.post(url, "application/json", "{}".getBytes(UTF_8)).status())
                .isEqualTo(400);
    }

    @Test
    void tellsTheStatusOfATransactionAndItsProofOnceMined() throws MalformedException {
        ExtendedTransaction transaction = fixture.spend(0, 9_000);
        String url = fixture.arc(1) + "/v1/tx/" + txid(transaction);
        assertThat(fixture.get(url).status()).isEqualTo(404);
        fixture.post(transaction);
        assertThat(status(fixture.get(url))).isEqualTo("SEEN_ON_NETWORK");
        var block = fixture.network.mineBlock();
        JsonNode mined = fixture.get(url).json();
        assertThat(mined.get("txStatus").textValue()).isEqualTo("MINED");
        assertThat(mined.get("blockHeight").longValue()).isEqualTo(block.height());
        assertThat(mined.get("blockHash").textValue()).isEqualTo(block.header().hash().toString());
        MerklePath path = MerklePath.parse(Hex.decode(mined.get("merklePath").textValue()));
        assertThat(path.rootOf(transaction.transaction().txid()))
                .isEqualTo(block.header().merkleRoot());
        assertThat(fixture.network.ledger().state(transaction.transaction().txid()))
                .hasValueSatisfying(
                        state -> assertThat(state.minedAt().orElseThrow().path()).isEqualTo(path));
    }

    @Test
    void statesItsPolicyAndHealth() {
        JsonNode policy = fixture.get(fixture.arc(1) + "/v1/policy").json().get("policy");
        assertThat(policy.get("miningFee").get("satoshis").intValue()).isEqualTo(1);
        assertThat(policy.get("miningFee").get("bytes").intValue()).isEqualTo(1000);
        assertThat(policy.get("maxtxsizepolicy").intValue()).isPositive();
        JsonNode health = fixture.get(fixture.arc(1) + "/v1/health").json();
        assertThat(health.get("healthy").booleanValue()).isTrue();
    }

    @Test
    void evictsARejectedTransactionWithItsDescendants() {
        ExtendedTransaction parent = fixture.spend(0, 9_000);
        ExtendedTransaction child = fixture.spend(parent.transaction(), 0, 8_000);
        fixture.post(parent);
        fixture.post(child);
        fixture.network
                .ledger()
                .reject(parent.transaction().txid(), "the miners changed their minds");
        assertThat(status(fixture.get(fixture.arc(1) + "/v1/tx/" + txid(child))))
                .isEqualTo("REJECTED");
        assertThat(fixture.network.ledger().acceptedTxids()).isEmpty();
        assertThat(fixture.post(fixture.spend(0, 7_000)).status()).isEqualTo(200);
    }

    @Test
    void failsAsItsKnobsSay() {
        ArcEndpoint arc = fixture.network.arcs().get(0);
        ExtendedTransaction transaction = fixture.spend(0, 9_000);
        var txid = transaction.transaction().txid();
        arc.knobs().failNext(2, 500);
        assertThat(fixture.post(transaction).status()).isEqualTo(500);
        assertThat(fixture.post(transaction).status()).isEqualTo(500);
        arc.refuse(txid, 473, "not today");
        assertThat(fixture.post(transaction).status()).isEqualTo(473);
        assertThat(fixture.network.ledger().postsOf(txid))
                .extracting(Post::code)
                .containsExactly(473);
        arc.acceptAgain(txid);
        arc.knobs().loseNextAnswers(1);
        assertThatThrownBy(() -> fixture.post(transaction))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(fixture.network.ledger().acceptedTxids()).containsExactly(txid);
        arc.knobs().down(true);
        assertThatThrownBy(() -> fixture.post(transaction))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(fixture.post(2, hex(transaction)).status()).isEqualTo(200);
    }

    @Test
    void asksForItsKey() {
        var options =
                SimulatedNetworkOptions.defaults()
                        .withArcKey("sesame")
                        .withNetwork(NetworkOptions.DEFAULT.withFeePerThousandBytes(0));
        try (NetworkFixture guarded = new NetworkFixture(options)) {
            ExtendedTransaction free = guarded.spend(0, 10_000);
            assertThat(guarded.post(free).status()).isEqualTo(401);
            assertThat(guarded.post(free, "Authorization", "Bearer wrong").status()).isEqualTo(401);
            assertThat(guarded.post(free, "Authorization", "Bearer sesame").status())
                    .isEqualTo(200);
        }
    }

    private static String status(NetworkFixture.Reply reply) {
        return reply.json().get("txStatus").textValue();
    }

    private static String hex(ExtendedTransaction transaction) {
        return Hex.encode(transaction.toBytes());
    }

    private static String txid(ExtendedTransaction transaction) {
        return transaction.transaction().txid().toString();
    }
}
