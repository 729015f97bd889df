package org.brisket.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.merkle.MerklePath;
import org.brisket.protocol.transaction.ExtendedTransaction;
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

    private Received next() throws InterruptedException {
        Received next = received.poll(20, TimeUnit.SECONDS);
        assertThat(next).as("a callback within 20 s").isNotNull();
        return next;
    }
}
