package org.brisket.connectors.arc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.brisket.connectors.http.StubService.Reply;
import org.brisket.protocol.broadcast.AnswerKind;
import org.brisket.protocol.broadcast.BroadcastOutcome;
import org.brisket.protocol.broadcast.BroadcastRequest;
import org.brisket.protocol.broadcast.EndpointAnswer;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FanOutBroadcasterTest {
    private StubArc first;
    private StubArc second;
    private FanOutBroadcaster broadcaster;

    @BeforeEach
    void open() throws IOException {
        first = new StubArc();
        second = new StubArc();
        broadcaster = FanOutBroadcaster.fromSettings(settings(60_000));
    }

    @AfterEach
    void close() {
        broadcaster.close();
        first.close();
        second.close();
    }

    @Test
    void recordsEveryEndpointsAnswer() {
        second.answer(txid -> StubArc.error(txid, 465, "fee too low"));

        BroadcastOutcome outcome = await(broadcaster.broadcast(Transactions.request(1)));

        assertThat(outcome.subject()).isEqualTo(Transactions.txid(1));
        assertThat(outcome.answers())
                .extracting(EndpointAnswer::endpoint)
                .containsExactly("first", "second");
        assertThat(kinds(outcome)).containsExactly(AnswerKind.ACCEPTED, AnswerKind.POLICY);
    }

    @Test
    void readsTheErrorOfALonePostThatNamesNoTxid() {
        first.insteadAnswer(
                new Reply(463, "{\"status\":463,\"txid\":null,\"detail\":\"malformed\"}"));

        BroadcastOutcome outcome = await(broadcaster.broadcast(Transactions.request(1)));

        assertThat(kinds(outcome)).containsExactly(AnswerKind.INVALID, AnswerKind.ACCEPTED);
    }

    /**
     * In the second that the other endpoint's acceptance leaves it, an impatient one posts again.
     */
    @Test
    void pausesBeforeTheNextAttemptAsLongAsItIsTold() {
        first.insteadAnswer(new Reply(503, "busy"));
        var endpoints = List.of(first.settings("first"), second.settings("second"));
        BroadcastSettings patient = settings(endpoints, 1_000, 3_600_000);

        try (FanOutBroadcaster waiting = FanOutBroadcaster.fromSettings(patient)) {
            BroadcastOutcome outcome = await(waiting.broadcast(Transactions.request(1)));
            assertThat(kinds(outcome)).containsExactly(AnswerKind.UNKNOWN, AnswerKind.ACCEPTED);
            assertThat(first.posts()).hasSize(1);
        }
    }

    @Test
    void gathersRequestsIntoBatchesAndMatchesAnswersByTxid() {
        first.answer(
                txid ->
                        txid.equals(Transactions.txid(7))
                                ? StubArc.error(txid, 461, "script")
                                : StubArc.status(txid, "RECEIVED"));

        List<BroadcastOutcome> outcomes = broadcastAll(300);

        for (int i = 0; i < 300; i++) {
            assertThat(outcomes.get(i).subject()).isEqualTo(Transactions.txid(i));
            assertThat(outcomes.get(i).answers().get(0).kind())
                    .isEqualTo(i == 7 ? AnswerKind.INVALID : AnswerKind.ACCEPTED);
        }
        assertThat(first.posts()).allMatch(post -> post.size() <= 100);
        assertThat(first.posts()).hasSizeLessThan(100);
    }

    @Test
    void sendsParentsBeforeTheirChildrenAndNoTransactionTwiceInABatch() {
        ExtendedTransaction parent = Transactions.numbered(1);
        ExtendedTransaction child = Transactions.childOf(parent);
        ExtendedTransaction grandchild = Transactions.childOf(child);

        CompletableFuture<BroadcastOutcome> one =
                broadcaster.broadcast(Transactions.request(parent, child));
        CompletableFuture<BroadcastOutcome> two =
                broadcaster.broadcast(Transactions.request(parent, child, grandchild));

        assertThat(kinds(await(one))).containsOnly(AnswerKind.ACCEPTED);
        assertThat(kinds(await(two))).containsOnly(AnswerKind.ACCEPTED);
        List<Txid> family =
                List.of(
                        parent.transaction().txid(),
                        child.transaction().txid(),
                        grandchild.transaction().txid());
        assertThat(first.posts()).containsExactly(family);
    }

    @Test
    void splitsARequestWithMoreAncestorsThanABatchHolds() {
        List<ExtendedTransaction> chain = new ArrayList<>(List.of(Transactions.numbered(1)));
        while (chain.size() < 250) {
            chain.add(Transactions.childOf(chain.get(chain.size() - 1)));
        }
        BroadcastRequest request = Transactions.request(chain.toArray(ExtendedTransaction[]::new));

        assertThat(kinds(await(broadcaster.broadcast(request)))).containsOnly(AnswerKind.ACCEPTED);

        List<Txid> posted = new ArrayList<>();
        first.posts().forEach(posted::addAll);
        assertThat(posted)
                .containsExactlyElementsOf(
                        chain.stream().map(each -> each.transaction().txid()).toList());
        assertThat(first.posts()).hasSize(3);
    }

    @Test
    void onePoisonedTransactionDoesNotHoldUpItsBatch() {
        Txid poisoned = Transactions.txid(42);
        first.poison(poisoned);

        List<BroadcastOutcome> outcomes = broadcastAll(100);

        assertThat(outcomes)
                .allSatisfy(
                        outcome ->
                                assertThat(outcome.answers().get(0).kind())
                                        .isEqualTo(
                                                outcome.subject().equals(poisoned)
                                                        ? AnswerKind.UNKNOWN
                                                        : AnswerKind.ACCEPTED));
        long failed = first.posts().stream().filter(post -> post.contains(poisoned)).count();
        assertThat(failed).isLessThanOrEqualTo(7 + 1 + 3);
        assertThat(first.posts()).hasSizeLessThanOrEqualTo(40);
    }

    @Test
    void aTransactionThatAnEndpointTrippedOverIsPostedAloneNextTime() {
        first.poison(Transactions.txid(5));
        broadcastAll(10);
        int before = first.posts().size();

        broadcastAll(10);

        assertThat(first.posts().subList(before, first.posts().size()))
                .allMatch(post -> !post.contains(Transactions.txid(5)) || post.size() == 1);
    }

    @Test
    void asksAgainForTransactionsThatABatchAnswerLeavesOut() {
        first.answer(
                txid ->
                        txid.equals(Transactions.txid(3)) && first.posts().size() == 1
                                ? ""
                                : StubArc.status(txid, "STORED"));

        List<BroadcastOutcome> outcomes = broadcastAll(10);

        assertThat(outcomes)
                .allMatch(outcome -> outcome.answers().get(0).kind() == AnswerKind.ACCEPTED);
    }

    @Test
    void outlastsATotalOutage() {
        first.insteadAnswer(new Reply(503, "<html>down</html>"));
        second.insteadAnswer(new Reply(500, "oops"));
        List<CompletableFuture<BroadcastOutcome>> waiting = startAll(50);
        awaitPosts(first, 6);
        awaitPosts(second, 6);
        assertThat(waiting).noneMatch(CompletableFuture::isDone);

        first.insteadAnswer(null);

        assertThat(waiting)
                .allSatisfy(
                        outcome ->
                                assertThat(await(outcome).answers().get(0).kind())
                                        .isEqualTo(AnswerKind.ACCEPTED));
    }

    @Test
    void outlastsEndpointsThatRefuseConnections() throws IOException {
        broadcaster.close();
        List<EndpointSettings> gone = new ArrayList<>();
        try (StubArc closed = new StubArc()) {
            gone.add(closed.settings("gone"));
        }
        broadcaster = FanOutBroadcaster.fromSettings(settings(gone, 50, 50));

        CompletableFuture<BroadcastOutcome> waiting =
                broadcaster.broadcast(Transactions.request(1));
        assertThatThrownBy(() -> waiting.get(500, TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);

        broadcaster.close();
        assertThat(kinds(await(waiting))).containsExactly(AnswerKind.UNKNOWN);
    }

    @Test
    void oneSilentEndpointDelaysNothingOnceTheOtherAccepts() {
        broadcaster.close();
        broadcaster = FanOutBroadcaster.fromSettings(settings(50));
        second.insteadAnswer(Reply.NEVER);

        BroadcastOutcome outcome = await(broadcaster.broadcast(Transactions.request(1)));

        assertThat(kinds(outcome)).containsExactly(AnswerKind.ACCEPTED, AnswerKind.UNKNOWN);
        assertThat(outcome.answers().get(1).detail()).isEqualTo("no answer yet");
    }

    @Test
    void closingAnswersWhatIsUnderWay() {
        first.insteadAnswer(Reply.NEVER);
        second.insteadAnswer(Reply.NEVER);
        CompletableFuture<BroadcastOutcome> waiting =
                broadcaster.broadcast(Transactions.request(1));

        broadcaster.close();

        assertThat(kinds(await(waiting))).containsOnly(AnswerKind.UNKNOWN);
        assertThat(kinds(await(broadcaster.broadcast(Transactions.request(2)))))
                .containsOnly(AnswerKind.UNKNOWN);
    }

    @Test
    void sendsItsKeyAndNeverPrintsIt() {
        await(broadcaster.broadcast(Transactions.request(1)));

        assertThat(first.requests().get(0).authorization()).isEqualTo("Bearer hunter2");
        assertThat(settings(60_000).toString())
                .contains("first")
                .doesNotContain("hunter2")
                .doesNotContain("callback-secret");
    }

    private List<BroadcastOutcome> broadcastAll(int count) {
        return startAll(count).stream().map(FanOutBroadcasterTest::await).toList();
    }

    private List<CompletableFuture<BroadcastOutcome>> startAll(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> broadcaster.broadcast(Transactions.request(number)))
                .toList();
    }

    private static List<AnswerKind> kinds(BroadcastOutcome outcome) {
        return outcome.answers().stream().map(EndpointAnswer::kind).toList();
    }

    private static BroadcastOutcome await(CompletableFuture<BroadcastOutcome> outcome) {
        return outcome.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static void awaitPosts(StubArc arc, int expected) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (arc.posts().size() < expected) {
            assertThat(System.nanoTime())
                    .as("%d posts within 60 s, seen %d", expected, arc.posts().size())
                    .isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private BroadcastSettings settings(long graceMillis) {
        return settings(
                List.of(first.settings("first"), second.settings("second")), graceMillis, 50);
    }

    private static BroadcastSettings settings(
            List<EndpointSettings> endpoints, long graceMillis, long initialBackoffMillis) {
        return new BroadcastSettings(
                endpoints,
                100,
                20,
                2,
                initialBackoffMillis,
                10_000,
                4,
                1,
                graceMillis,
                500,
                "http://callback.example",
                "callback-secret",
                true);
    }
}
