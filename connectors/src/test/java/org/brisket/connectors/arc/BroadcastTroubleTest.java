package org.brisket.connectors.arc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.brisket.connectors.http.StubService.Reply;
import org.brisket.protocol.broadcast.AnswerKind;
import org.brisket.protocol.broadcast.BroadcastOutcome;
import org.brisket.protocol.broadcast.EndpointAnswer;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orphans, poison and outages, when every endpoint is in the same trouble. */
class BroadcastTroubleTest {
    private static final ExtendedTransaction PARENT = Transactions.numbered(1);
    private static final ExtendedTransaction CHILD = Transactions.childOf(PARENT);

    private StubArc first;
    private StubArc second;
    private FanOutBroadcaster broadcaster;

    @BeforeEach
    void open() throws IOException {
        first = new StubArc();
        second = new StubArc();
        broadcaster =
                FanOutBroadcaster.fromSettings(
                        settings(List.of(first.settings("first"), second.settings("second"))));
    }

    @AfterEach
    void close() {
        broadcaster.close();
        first.close();
        second.close();
    }

    @Test
    void sendsTheAncestorsAgainWhenAnEndpointSaysOrphan() {
        Txid child = CHILD.transaction().txid();
        first.answer(
                txid ->
                        txid.equals(child) && first.posts().size() < 3
                                ? StubArc.status(txid, "SEEN_IN_ORPHAN_MEMPOOL")
                                : StubArc.status(txid, "SEEN_ON_NETWORK"));
        second.answer(first::answerTo);

        BroadcastOutcome outcome =
                await(broadcaster.broadcast(Transactions.request(PARENT, CHILD)));

        assertThat(kinds(outcome)).contains(AnswerKind.ACCEPTED);
        assertThat(first.posts())
                .containsOnly(List.of(PARENT.transaction().txid(), child))
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void reportsAnOrphanThatStaysOne() {
        first.answer(txid -> StubArc.status(txid, "SEEN_IN_ORPHAN_MEMPOOL"));
        second.answer(txid -> StubArc.status(txid, "SEEN_IN_ORPHAN_MEMPOOL"));

        BroadcastOutcome outcome =
                await(broadcaster.broadcast(Transactions.request(PARENT, CHILD)));

        assertThat(kinds(outcome)).containsExactly(AnswerKind.ORPHAN, AnswerKind.ORPHAN);
        assertThat(first.posts()).hasSize(3);
    }

    @Test
    void twentyOnePoisonedTransactionsInARowHoldUpNoneOfTenThousand() {
        Set<Txid> poison =
                IntStream.range(4_000, 4_021)
                        .mapToObj(Transactions::txid)
                        .collect(Collectors.toSet());
        poison.forEach(first::poison);
        poison.forEach(second::poison);

        List<CompletableFuture<BroadcastOutcome>> waiting = startAll(10_000);

        for (int i = 0; i < waiting.size(); i++) {
            if (!poison.contains(Transactions.txid(i))) {
                assertThat(kinds(await(waiting.get(i)))).contains(AnswerKind.ACCEPTED);
            }
        }
        assertThat(poisonOf(waiting)).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void aTransactionThatEndpointsNeverAnswerHoldsUpNoOther() {
        Txid poison = Transactions.txid(42);
        first.hangOn(poison);
        second.hangOn(poison);

        List<CompletableFuture<BroadcastOutcome>> waiting = startAll(100);

        for (int i = 0; i < waiting.size(); i++) {
            if (i != 42) {
                assertThat(kinds(await(waiting.get(i)))).contains(AnswerKind.ACCEPTED);
            }
        }
        assertThat(waiting.get(42).isDone()).isFalse();
    }

    /** An outage of minutes, in hundredths: refused, failing and hanging in turn. */
    @Test
    void anOutageNeitherFailsNorBlocksFiveThousandThatWait() throws Exception {
        first.insteadAnswer(new Reply(503, "down"));
        second.insteadAnswer(Reply.NEVER);
        List<CompletableFuture<BroadcastOutcome>> waiting = startAll(5_000);
        awaitPosts(first, 60);
        first.insteadAnswer(Reply.NEVER);
        second.insteadAnswer(new Reply(500, "oops"));
        awaitPosts(second, second.posts().size() + 60);
        first.insteadAnswer(new Reply(502, "<html>bad gateway</html>"));
        awaitPosts(first, first.posts().size() + 20);
        assertThat(waiting).noneMatch(CompletableFuture::isDone);

        first.insteadAnswer(null);
        second.insteadAnswer(null);

        for (CompletableFuture<BroadcastOutcome> outcome : waiting) {
            assertThat(kinds(await(outcome))).contains(AnswerKind.ACCEPTED);
        }
    }

    private static List<CompletableFuture<BroadcastOutcome>> poisonOf(
            List<CompletableFuture<BroadcastOutcome>> waiting) {
        return waiting.subList(4_000, 4_021);
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
        return outcome.copy().orTimeout(120, TimeUnit.SECONDS).join();
    }

    private static void awaitPosts(StubArc arc, int expected) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (arc.posts().size() < expected) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException(arc.posts().size() + " posts of " + expected);
            }
            Thread.sleep(10);
        }
    }

    private static BroadcastSettings settings(List<EndpointSettings> endpoints) {
        return new BroadcastSettings(
                endpoints, 100, 20, 2, 50, 500, 4, 1, 100, 1_000, "", "", false);
    }
}
