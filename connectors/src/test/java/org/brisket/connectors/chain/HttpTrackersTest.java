package org.brisket.connectors.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.brisket.connectors.http.HttpConnections;
import org.brisket.connectors.http.HttpLimits;
import org.brisket.connectors.http.HttpService;
import org.brisket.connectors.http.StubService;
import org.brisket.connectors.http.StubService.Reply;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.chain.ChainTracker;
import org.brisket.protocol.chain.RootAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpTrackersTest {
    private final HttpConnections connections = new HttpConnections("test");
    private StubService stub;
    private HeaderTracker whatsOnChain;
    private HeaderTracker chaintracks;
    private HeaderTracker blockHeaders;

    @BeforeEach
    void open() throws IOException {
        stub = new StubService(request -> new Reply(404, ""));
        HttpService service =
                new HttpService(
                        connections,
                        "tracker",
                        stub.url(),
                        Map.of(),
                        new HttpLimits(5_000, 4, 10_000));
        whatsOnChain = new WhatsOnChainTracker(service, "main");
        chaintracks = new ChaintracksTracker(service);
        blockHeaders = new BlockHeadersServiceTracker(service);
    }

    @AfterEach
    void close() {
        stub.close();
        connections.close();
    }

    @Test
    void whatsOnChainConfirmsAndDeniesTheRootOfItsHeader() {
        stub.behave(request -> Reply.ok(GoldenHeader.whatsOnChain()));

        assertThat(golden(whatsOnChain)).isEqualTo(RootAnswer.TRUE);
        assertThat(otherRoot(whatsOnChain)).isEqualTo(RootAnswer.FALSE);
        assertThat(stub.requests().get(0).path()).isEqualTo("/v1/bsv/main/block/883637/header");
    }

    @Test
    void chaintracksConfirmsAndDeniesTheRootOfItsHeader() {
        stub.behave(request -> Reply.ok(GoldenHeader.chaintracks()));

        assertThat(golden(chaintracks)).isEqualTo(RootAnswer.TRUE);
        assertThat(otherRoot(chaintracks)).isEqualTo(RootAnswer.FALSE);
        assertThat(stub.requests().get(0).path())
                .isEqualTo("/findHeaderHexForHeight?height=883637");
    }

    @Test
    void aRootInUpperCaseIsTheSameRoot() {
        stub.behave(
                request ->
                        Reply.ok(
                                GoldenHeader.whatsOnChain()
                                        .replace(
                                                GoldenHeader.ROOT,
                                                GoldenHeader.ROOT.toUpperCase(Locale.ROOT))));

        assertThat(golden(whatsOnChain)).isEqualTo(RootAnswer.TRUE);
    }

    @Test
    void aHeaderThatDoesNotHashToItsHashProvesNothing() {
        stub.behave(
                request ->
                        request.path().startsWith("/v1")
                                ? Reply.ok(
                                        GoldenHeader.whatsOnChain()
                                                .replace("1739329877", "1739329878"))
                                : Reply.ok(
                                        GoldenHeader.chaintracks()
                                                .replace("1739329877", "1739329878")));

        assertThat(golden(whatsOnChain)).isEqualTo(RootAnswer.UNKNOWN);
        assertThat(otherRoot(whatsOnChain)).isEqualTo(RootAnswer.UNKNOWN);
        assertThat(golden(chaintracks)).isEqualTo(RootAnswer.UNKNOWN);
    }

    @Test
    void aHeaderOfAnotherHeightProvesNothing() {
        stub.behave(
                request ->
                        Reply.ok(
                                request.path().startsWith("/v1")
                                        ? GoldenHeader.whatsOnChain()
                                        : GoldenHeader.chaintracks()));

        var higher = GoldenHeader.query(GoldenHeader.HEIGHT + 1, GoldenHeader.ROOT);
        assertThat(whatsOnChain.isValidRoot(higher).join()).isEqualTo(RootAnswer.UNKNOWN);
        assertThat(chaintracks.isValidRoot(higher).join()).isEqualTo(RootAnswer.UNKNOWN);
    }

    @Test
    void anUnknownHeightIsUnknownAndNotFalse() {
        assertThat(golden(whatsOnChain)).isEqualTo(RootAnswer.UNKNOWN);

        stub.behave(request -> Reply.ok("{\"status\":\"success\"}"));
        assertThat(golden(chaintracks)).isEqualTo(RootAnswer.UNKNOWN);
    }

    @Test
    void troubleOfAnyKindIsUnknown() {
        for (Reply trouble :
                new Reply[] {
                    new Reply(500, "oops"),
                    new Reply(401, "{}"),
                    new Reply(302, ""),
                    Reply.ok("<html>"),
                    Reply.ok("[]"),
                    Reply.ok(""),
                    Reply.ok("[".repeat(5_000)),
                    Reply.ok(" ".repeat(20_000) + GoldenHeader.whatsOnChain()),
                }) {
            stub.behave(request -> trouble);
            assertThat(golden(whatsOnChain)).isEqualTo(RootAnswer.UNKNOWN);
            assertThat(golden(chaintracks)).isEqualTo(RootAnswer.UNKNOWN);
            assertThat(golden(blockHeaders)).isEqualTo(RootAnswer.UNKNOWN);
            assertThatThrownBy(whatsOnChain.currentHeight()::join)
                    .hasRootCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void blockHeadersServiceConfirmsARoot() {
        stub.behave(
                request ->
                        Reply.ok(
                                GoldenHeader.blockHeadersService(
                                        "CONFIRMED", GoldenHeader.HEIGHT, GoldenHeader.ROOT)));

        assertThat(golden(blockHeaders)).isEqualTo(RootAnswer.TRUE);
        assertThat(stub.requests().get(0).path()).isEqualTo("/api/v1/chain/merkleroot/verify");
        assertThat(stub.requests().get(0).text())
                .isEqualTo(
                        "[{\"merkleRoot\":\"%s\",\"blockHeight\":883637}]"
                                .formatted(GoldenHeader.ROOT));
    }

    @Test
    void blockHeadersServiceIsNotBelievedAboutAnotherRootThanAsked() {
        stub.behave(
                request ->
                        Reply.ok(
                                GoldenHeader.blockHeadersService(
                                        "CONFIRMED", GoldenHeader.HEIGHT, GoldenHeader.ROOT)));

        assertThat(otherRoot(blockHeaders)).isEqualTo(RootAnswer.UNKNOWN);
    }

    @Test
    void blockHeadersServiceDeniesARootAtAHeightThatItHasReached() {
        for (String word : new String[] {"INVALID", "UNCONFIRMED"}) {
            behaveAsBlockHeadersService(word, GoldenHeader.HEIGHT);
            assertThat(golden(blockHeaders)).isEqualTo(RootAnswer.FALSE);
        }
    }

    @Test
    void blockHeadersServiceThatLagsDoesNotDeny() {
        behaveAsBlockHeadersService("INVALID", GoldenHeader.HEIGHT - 1);
        assertThat(golden(blockHeaders)).isEqualTo(RootAnswer.UNKNOWN);

        behaveAsBlockHeadersService("UNABLE_TO_VERIFY", GoldenHeader.HEIGHT);
        assertThat(golden(blockHeaders)).isEqualTo(RootAnswer.UNKNOWN);
    }

    @Test
    void eachReadsTheHeightOfItsTip() {
        stub.behave(
                request ->
                        Reply.ok(
                                switch (request.path()) {
                                    case "/v1/bsv/main/chain/info" ->
                                            "{\"chain\":\"main\",\"blocks\":11}";
                                    case "/api/v1/chain/tip/longest" ->
                                            "{\"header\":{},\"state\":\"LONGEST_CHAIN\",\"height\":12}";
                                    case "/getPresentHeight" ->
                                            "{\"status\":\"success\",\"value\":13}";
                                    default -> "";
                                }));

        assertThat(whatsOnChain.currentHeight().join()).isEqualTo(11);
        assertThat(blockHeaders.currentHeight().join()).isEqualTo(12);
        assertThat(chaintracks.currentHeight().join()).isEqualTo(13);
    }

    @Test
    void whatsOnChainHandsOutItsNewestHeaders() {
        stub.behave(request -> Reply.ok("[" + GoldenHeader.whatsOnChain() + "]"));

        assertThat(whatsOnChain.headers(GoldenHeader.HEIGHT, 10).join())
                .containsExactly(GoldenHeader.header());
        assertThat(whatsOnChain.headers(GoldenHeader.HEIGHT - 1, 10).join())
                .as("the first header is not the one that was asked for")
                .isEmpty();
        assertThat(stub.requests().get(0).path()).isEqualTo("/v1/bsv/main/block/headers");
        assertThat(whatsOnChain.lowestHeaderBelow(100)).isEqualTo(92);
    }

    @Test
    void chaintracksHandsOutHeadersInOneText() {
        String bytes = Hex.encode(GoldenHeader.header().toBytes());
        stub.behave(request -> Reply.ok("{\"status\":\"success\",\"value\":\"" + bytes + "\"}"));

        assertThat(chaintracks.headers(GoldenHeader.HEIGHT, 7).join())
                .containsExactly(GoldenHeader.header());
        assertThat(stub.requests().get(0).path()).isEqualTo("/getHeaders?height=883637&count=7");
        assertThat(chaintracks.lowestHeaderBelow(100)).isZero();
    }

    @Test
    void blockHeadersServiceHandsOutHeadersWithTheirTimeAsTextOrNumber() {
        for (String time : new String[] {"\"2025-02-12T03:11:17Z\"", "1739329877"}) {
            stub.behave(
                    request -> Reply.ok("[" + GoldenHeader.blockHeadersServiceHeader(time) + "]"));

            assertThat(blockHeaders.headers(GoldenHeader.HEIGHT, 7).join())
                    .containsExactly(GoldenHeader.header());
        }
        assertThat(stub.requests().get(0).path())
                .isEqualTo("/api/v1/chain/header/byHeight?height=883637&count=7");
    }

    @Test
    void headersThatAreNotWhatWasAskedForAreNoAnswer() {
        String wrongHash = "[" + GoldenHeader.whatsOnChain().replace("1739329877", "1") + "]";
        String wrongTime = "[" + GoldenHeader.blockHeadersServiceHeader("\"yesterday\"") + "]";
        String cut = "{\"value\":\"" + "00".repeat(79) + "\"}";
        String large = "[" + GoldenHeader.whatsOnChain().replace("596827153", "4891794449") + "]";
        for (Reply reply :
                new Reply[] {
                    new Reply(500, "[]"),
                    Reply.ok("<html>"),
                    Reply.ok("{}x"),
                    Reply.ok(wrongHash),
                    Reply.ok(wrongTime),
                    Reply.ok(large),
                    Reply.ok(cut)
                }) {
            stub.behave(request -> reply);
            for (HeaderTracker each : List.of(whatsOnChain, blockHeaders)) {
                assertThatThrownBy(each.headers(GoldenHeader.HEIGHT, 1)::join)
                        .as(reply.body())
                        .hasRootCauseInstanceOf(IOException.class);
            }
        }
        stub.behave(request -> Reply.ok(cut));
        assertThatThrownBy(chaintracks.headers(GoldenHeader.HEIGHT, 1)::join)
                .hasRootCauseInstanceOf(IOException.class);
    }

    private void behaveAsBlockHeadersService(String word, long tip) {
        stub.behave(
                request ->
                        Reply.ok(
                                request.method().equals("GET")
                                        ? "{\"height\":%d}".formatted(tip)
                                        : GoldenHeader.blockHeadersService(
                                                word, GoldenHeader.HEIGHT, GoldenHeader.ROOT)));
    }

    private static RootAnswer golden(ChainTracker tracker) {
        return tracker.isValidRoot(GoldenHeader.query()).join();
    }

    private static RootAnswer otherRoot(ChainTracker tracker) {
        return tracker.isValidRoot(GoldenHeader.query(GoldenHeader.HEIGHT, GoldenHeader.OTHER_ROOT))
                .join();
    }
}
