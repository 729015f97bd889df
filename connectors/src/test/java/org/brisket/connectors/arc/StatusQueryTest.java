package org.brisket.connectors.arc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.brisket.connectors.http.StubService;
import org.brisket.connectors.http.StubService.Reply;
import org.brisket.protocol.broadcast.AnswerKind;
import org.brisket.protocol.broadcast.EndpointAnswer;
import org.brisket.protocol.broadcast.StatusReport;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.merkle.MerklePath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What endpoints say when they are asked about a transaction. */
class StatusQueryTest {
    private static final Txid TXID = new Txid(1, 2, 3, 4);
    private static final Txid OTHER = new Txid(5, 6, 7, 8);
    private static final String NOT_FOUND =
            "{\"status\":404,\"title\":\"Not found\",\"detail\":\"transaction not found\"}";

    private volatile Reply first = new Reply(404, NOT_FOUND);
    private volatile Reply second = new Reply(404, NOT_FOUND);
    private StubService one;
    private StubService two;
    private FanOutBroadcaster endpoints;

    @BeforeEach
    void open() throws IOException {
        one = new StubService(request -> first);
        two = new StubService(request -> second);
        endpoints =
                FanOutBroadcaster.fromSettings(
                        new BroadcastSettings(
                                List.of(
                                        new EndpointSettings("one", one.url(), ""),
                                        new EndpointSettings("two", two.url(), "")),
                                100,
                                1,
                                1,
                                10,
                                60_000,
                                4,
                                1,
                                10,
                                100,
                                "",
                                "",
                                false));
    }

    @AfterEach
    void close() {
        endpoints.close();
        one.close();
        two.close();
    }

    private StatusReport ask() {
        return endpoints.status(TXID).orTimeout(60, TimeUnit.SECONDS).join();
    }

    private List<AnswerKind> kinds() {
        return ask().outcome().answers().stream().map(EndpointAnswer::kind).toList();
    }

    private static Reply status(String status, String path) {
        return Reply.ok(
                """
                {"txid":"%s","txStatus":"%s","merklePath":"%s","extraInfo":"","competingTxs":null}"""
                        .formatted(TXID, status, path));
    }

    /** A block of height 100 that holds this transaction and, as its own sibling, no other. */
    private static String path(Txid txid) {
        return "64" + "01" + "02" + "0002" + Hex.encode(txid.toInternal()) + "0101";
    }

    @Test
    void asksEveryEndpointForItsStatus() {
        first = status("SEEN_ON_NETWORK", "");
        second = status("REJECTED", "");

        assertThat(kinds()).containsExactly(AnswerKind.ACCEPTED, AnswerKind.CONDITION);
        assertThat(one.requests()).hasSize(1);
        assertThat(one.requests().get(0).path()).isEqualTo("/v1/tx/" + TXID);
    }

    @Test
    void tellsNotKnowingFromNotAnswering() {
        second = new Reply(404, "<html>no such page</html>");

        assertThat(kinds()).containsExactly(AnswerKind.ABSENT, AnswerKind.UNKNOWN);
        first = status("UNKNOWN", "");
        second = new Reply(503, "busy");
        assertThat(kinds()).containsExactly(AnswerKind.ABSENT, AnswerKind.UNKNOWN);
    }

    @Test
    void readsMerklePaths() {
        first = status("MINED", path(TXID));
        second = status("MINED", path(TXID));

        StatusReport report = ask();

        assertThat(report.paths()).extracting(MerklePath::blockHeight).containsExactly(100L, 100L);
    }

    @Test
    void passesOverAPathThatIsMalformedOrOfAnother() {
        first = status("MINED", "00ff");
        second = status("MINED", path(OTHER));

        StatusReport report = ask();

        assertThat(report.paths()).isEmpty();
        assertThat(kinds()).containsExactly(AnswerKind.ACCEPTED, AnswerKind.ACCEPTED);
    }

    @Test
    void leavesAnEndpointAloneThatFailsAllTheTime() {
        second = new Reply(503, "busy");
        for (int i = 0; i < 20; i++) {
            assertThat(kinds()).containsExactly(AnswerKind.ABSENT, AnswerKind.UNKNOWN);
        }

        assertThat(one.requests()).hasSize(20);
        assertThat(two.requests()).hasSizeLessThan(20);
    }
}
