package org.brisket.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.merkle.MerklePath;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.simulator.network.BranchPlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallbackTest {
    private record Received(String authorization, JsonNode json) {}

    private final NetworkFixture fixture = new NetworkFixture();
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final AtomicInteger failures = new AtomicInteger();
    private HttpServer receiver;
    private String url;

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext(
                "/",
                exchange -> {
                    byte[] body = exchange.getRequestBody().readAllBytes();
                    boolean fail = failures.getAndDecrement() > 0;
                    exchange.sendResponseHeaders(fail ? 500 : 200, -1);
                    exchange.close();
                    if (!fail) {
                        received.add(
                                new Received(
                                        exchange.getRequestHeaders().getFirst("Authorization"),
                                        new ObjectMapper().readTree(body)));
                    }
                });
        receiver.start();
        url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/callback";
    }

    @AfterEach
    void close() {
        fixture.close();
        receiver.stop(0);
    }

    @Test
    void tellsEveryStepToWhoWantsFullUpdates() throws Exception {
        ExtendedTransaction transaction = fixture.spend(0, 9_000);
        fixture.post(
                transaction,
                "X-CallbackUrl",
                url,
                "X-CallbackToken",
                "secret",
                "X-FullStatusUpdates",
                "true");
        Received seen = next();
        assertThat(seen.authorization()).isEqualTo("Bearer secret");
        assertThat(seen.json().get("txid").textValue())
                .isEqualTo(transaction.transaction().txid().toString());
        assertThat(seen.json().get("txStatus").textValue()).isEqualTo("SEEN_ON_NETWORK");
        var block = fixture.network.mineBlock();
        JsonNode mined = next().json();
        assertThat(mined.get("txStatus").textValue()).isEqualTo("MINED");
        assertThat(mined.get("blockHeight").longValue()).isEqualTo(block.height());
        MerklePath path = MerklePath.parse(Hex.decode(mined.get("merklePath").textValue()));
        assertThat(path.rootOf(transaction.transaction().txid()))
                .isEqualTo(block.header().merkleRoot());
    }

    @Test
    void tellsOnlyFinalStepsOtherwiseAndTriesAgainAfterAFailure() throws Exception {
        ExtendedTransaction transaction = fixture.spend(0, 9_000);
        fixture.post(transaction, "X-CallbackUrl", url);
        failures.set(2);
        fixture.network.mineBlock();
        assertThat(next().json().get("txStatus").textValue()).isEqualTo("MINED");
    }

    @Test
    void tellsOfARejectionAfterAcceptance() throws Exception {
        ExtendedTransaction transaction = fixture.spend(0, 9_000);
        fixture.post(transaction, "X-CallbackUrl", url);
        fixture.network.ledger().reject(transaction.transaction().txid(), "frozen");
        JsonNode json = next().json();
        assertThat(json.get("txStatus").textValue()).isEqualTo("REJECTED");
        assertThat(json.get("extraInfo").textValue()).isEqualTo("frozen");
    }

    @Test
    void ignoresACallbackAddressThatIsNone() {
        assertThat(fixture.post(fixture.spend(0, 9_000), "X-CallbackUrl", "nonsense").status())
                .isEqualTo(200);
        assertThat(fixture.post(fixture.spend(1, 9_000), "X-CallbackUrl", "a b").status())
                .isEqualTo(200);
    }

    @Test
    void tellsOfAStaleBlockAndOfTheBlockThatTookItsPlace() throws Exception {
        ExtendedTransaction transaction = fixture.spend(0, 9_000);
        fixture.post(transaction, "X-CallbackUrl", url);
        fixture.network.mineBlock();
        JsonNode first = next().json();
        fixture.network.ledger().reorganise(BranchPlan.keepingNothing(1));
        JsonNode stale = next().json();
        assertThat(stale.get("txStatus").textValue()).isEqualTo("MINED_IN_STALE_BLOCK");
        assertThat(stale.get("merklePath").textValue()).isEmpty();
        fixture.network.mineBlock();
        JsonNode again = next().json();
        assertThat(again.get("txStatus").textValue()).isEqualTo("MINED");
        assertThat(again.get("blockHash")).isNotEqualTo(first.get("blockHash"));
    }

    @Test
    void losesCallbacksAndSendsOthersTwice() throws Exception {
        ArcEndpoint arc = fixture.network.arcs().get(0);
        arc.callbacks().faults(new CallbackFaults(1, 1, 0, 0), 7);
        fixture.post(fixture.spend(0, 9_000), "X-CallbackUrl", url);
        fixture.network.mineBlock();
        arc.callbacks().faults(new CallbackFaults(0, 1, 1, 0), 7);
        ExtendedTransaction second = fixture.spend(1, 9_000);
        fixture.post(second, "X-CallbackUrl", url);
        fixture.network.mineBlock();

        JsonNode once = next().json();
        JsonNode twice = next().json();

        assertThat(once).isEqualTo(twice);
        assertThat(once.get("txid").textValue()).isEqualTo(txid(second));
        assertThat(fixture.network.callbackCounts())
                .isEqualTo(new CallbackCounts(2, 1, 1, 1, 0, 0));
    }

    @Test
    void forgesCallbacksThatProveNothing() throws Exception {
        fixture.network.arcs().get(0).callbacks().faults(new CallbackFaults(1, 0, 0, 1), 7);
        for (int coin = 0; coin < 10; coin++) {
            fixture.post(
                    fixture.spend(coin, 9_000), "X-CallbackUrl", url, "X-CallbackToken", "secret");
        }
        fixture.network.mineBlock();
        List<Received> forgeries = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            forgeries.add(next());
        }
        assertThat(forgeries)
                .filteredOn(forgery -> forgery.authorization().equals("Bearer secret"))
                .hasSize(5);
        assertThat(forgeries).allMatch(forgery -> !proves(forgery.json()));
        assertThat(forgeries)
                .extracting(forgery -> forgery.json().get("txStatus").textValue())
                .contains("MINED", "REJECTED");
    }

    /** Whether the path leads from the transaction to the root of its block. */
    private boolean proves(JsonNode callback) {
        try {
            MerklePath path = MerklePath.parse(Hex.decode(callback.get("merklePath").textValue()));
            Txid txid = Txid.fromDisplayHex(callback.get("txid").textValue());
            return fixture.network
                    .chain()
                    .rootAt(path.blockHeight())
                    .equals(Optional.of(path.rootOf(txid)));
        } catch (MalformedException e) {
            return false;
        }
    }

    private static String txid(ExtendedTransaction transaction) {
        return transaction.transaction().txid().toString();
    }

    private Received next() throws InterruptedException {
        Received next = received.poll(20, TimeUnit.SECONDS);
        assertThat(next).as("a callback within 20 s").isNotNull();
        return next;
    }
}
