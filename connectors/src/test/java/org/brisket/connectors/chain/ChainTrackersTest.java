package org.brisket.connectors.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.brisket.connectors.http.StubService;
import org.brisket.connectors.http.StubService.Reply;
import org.brisket.connectors.http.StubService.Request;
import org.brisket.protocol.chain.RootAnswer;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.chain.TrackerCounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The whole tracker as the job builds it, against three services of one kind. */
class ChainTrackersTest {
    private static final long TIP = GoldenHeader.HEIGHT + 3;

    private final List<StubService> services = new ArrayList<>();
    private CachingChainTracker tracker;

    @AfterEach
    void close() {
        tracker.close();
        services.forEach(StubService::close);
    }

    @Test
    void oneLiarAndOneThatHangsCannotStopAQuorum() throws IOException {
        open(60_000, honest(), honest(), liar());
        assertThat(ask(GoldenHeader.query())).isEqualTo(RootAnswer.TRUE);

        reopen(60_000, honest(), request -> Reply.NEVER, honest());
        assertThat(ask(GoldenHeader.query())).isEqualTo(RootAnswer.TRUE);
    }

    @Test
    void oneLiarCannotMakeAWrongRootTrue() throws IOException {
        open(60_000, honest(), liar(), honest());

        assertThat(ask(wrongRoot())).isEqualTo(RootAnswer.FALSE);
    }

    @Test
    void disagreementWithoutAQuorumIsUnknown() throws IOException {
        open(60_000, honest(), liar(), request -> new Reply(500, ""));

        assertThat(ask(GoldenHeader.query())).isEqualTo(RootAnswer.UNKNOWN);
    }

    @Test
    void silenceIsUnknownAtTheTimeLimit() throws IOException {
        open(300, honest(), request -> Reply.NEVER, request -> Reply.NEVER);

        assertThat(ask(GoldenHeader.query())).isEqualTo(RootAnswer.UNKNOWN);
    }

    @Test
    void aServiceInTroubleIsAskedAgain() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        Function<Request, Reply> recovers =
                request ->
                        request.path().endsWith("/header") && asked.incrementAndGet() <= 2
                                ? new Reply(503, "")
                                : honest().apply(request);
        open(60_000, honest(), recovers, request -> new Reply(500, ""));

        assertThat(ask(GoldenHeader.query())).isEqualTo(RootAnswer.TRUE);
        assertThat(asked.get()).isEqualTo(3);
    }

    @Test
    void questionsToServicesInTroubleAreBounded() throws IOException {
        Function<Request, Reply> down = request -> new Reply(500, "");
        open(60_000, down, down, down);

        assertThat(ask(GoldenHeader.query())).isEqualTo(RootAnswer.UNKNOWN);
        assertThat(headerRequests()).isLessThanOrEqualTo(3 * 6);
    }

    @Test
    void aRootFarAboveTheTipIsNeverTrueAndAskedOnce() throws IOException {
        open(60_000, honest(), honest(), honest());

        assertThat(ask(GoldenHeader.query(TIP + 100, GoldenHeader.ROOT)))
                .isEqualTo(RootAnswer.UNKNOWN);
        assertThat(headerRequests()).isEqualTo(3);
    }

    @Test
    void aRootJustAboveTheTipIsNeverTrue() throws IOException {
        open(500, honest(), honest(), honest());

        assertThat(ask(GoldenHeader.query(TIP + 1, GoldenHeader.ROOT)))
                .isEqualTo(RootAnswer.UNKNOWN);
    }

    @Test
    void aConfirmedRootIsNotAskedForAgain() throws IOException {
        open(60_000, honest(), honest(), honest());
        ask(GoldenHeader.query());
        awaitHeaderRequests(3);

        assertThat(ask(GoldenHeader.query())).isEqualTo(RootAnswer.TRUE);
        assertThat(headerRequests()).isEqualTo(3);
    }

    @Test
    void aDeniedRootIsAskedForAgain() throws IOException {
        open(60_000, honest(), honest(), honest());
        ask(wrongRoot());
        awaitHeaderRequests(3);

        ask(wrongRoot());

        awaitHeaderRequests(6);
    }

    @Test
    void aReorganisationMakesItAskAgain() throws IOException {
        open(60_000, honest(), honest(), honest());
        ask(GoldenHeader.query());
        awaitHeaderRequests(3);

        tracker.forgetFrom(GoldenHeader.HEIGHT);
        ask(GoldenHeader.query());

        awaitHeaderRequests(6);
    }

    @Test
    void manyWhoAskAtOnceShareOneRequestPerService() throws IOException {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        Function<Request, Reply> gated =
                request -> {
                    gate.join();
                    return honest().apply(request);
                };
        open(60_000, gated, gated, gated);

        List<CompletableFuture<RootAnswer>> answers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            answers.add(tracker.isValidRoot(GoldenHeader.query()));
        }
        gate.complete(null);

        assertThat(answers).allMatch(answer -> answer.join() == RootAnswer.TRUE);
        assertThat(headerRequests()).isLessThanOrEqualTo(3);
    }

    @Test
    void questionsThatNobodyWaitsForAnyMoreAreNotAsked() throws IOException {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        Function<Request, Reply> gated =
                request -> {
                    gate.join();
                    return honest().apply(request);
                };
        open(2_000, gated, gated, gated);
        List<CompletableFuture<RootAnswer>> answers = new ArrayList<>();
        for (long height = 0; height < 500; height++) {
            answers.add(tracker.isValidRoot(GoldenHeader.query(height, GoldenHeader.ROOT)));
        }
        assertThat(answers).allMatch(answer -> answer.join() == RootAnswer.UNKNOWN);

        gate.complete(null);

        // It queues behind all the others: they have lapsed or been asked once it is answered.
        assertThat(ask(GoldenHeader.query())).isEqualTo(RootAnswer.TRUE);
        assertThat(headerRequests()).isLessThan(500);
    }

    @Test
    void countsQuestionsToWhichTheServicesContradictEachOther() throws IOException {
        open(60_000, honest(), liar(), honest());
        ask(GoldenHeader.query());
        awaitHeaderRequests(3);
        await(() -> tracker.counts().disagreements() == 1);

        assertThat(tracker.counts()).isEqualTo(new TrackerCounts(1, 1, 0));
        ask(GoldenHeader.query());
        assertThat(tracker.counts().questions()).as("the second came from memory").isEqualTo(1);
    }

    @Test
    void aServiceThatKeepsFailingIsLeftAlone() throws IOException {
        open(60_000, honest(), honest(), request -> new Reply(503, ""));
        for (int question = 0; question < 30; question++) {
            // Only confirmations are remembered: each of these is put to all who are not suspended.
            assertThat(ask(wrongRoot())).isEqualTo(RootAnswer.FALSE);
        }

        assertThat(tracker.counts().suspended()).isEqualTo(1);
        assertThat(services.get(2).requests().size())
                .as("five to suspend it, then one for each pause")
                .isLessThan(services.get(0).requests().size() / 2);
    }

    @Test
    void theHeightIsTheGreatestThatAQuorumHasReached() throws IOException {
        open(60_000, withTip(100), withTip(90), withTip(5_000));

        assertThat(tracker.currentHeight().join()).isEqualTo(100);
    }

    @Test
    void theHeightNeedsAQuorumOfAnswers() throws IOException {
        open(60_000, withTip(100), withTip(90), request -> Reply.NEVER);
        assertThat(tracker.currentHeight().join()).isEqualTo(90);

        reopen(60_000, withTip(100), request -> new Reply(500, ""), request -> new Reply(500, ""));
        assertThatThrownBy(tracker.currentHeight()::join)
                .hasRootCauseInstanceOf(IOException.class)
                .hasMessageContaining("quorum of 2 of 3");
    }

    @Test
    void aKeyIsSentBareAndNeverPrinted() throws IOException {
        open(60_000, honest(), honest(), honest());
        ask(GoldenHeader.query());
        awaitHeaderRequests(3);

        assertThat(services.get(0).requests().get(0).authorization()).isEqualTo("hunter2");
        assertThat(settings(60_000).toString()).doesNotContain("hunter2");
    }

    @Test
    void refusesAQuorumThatIsNoMajority() throws IOException {
        open(60_000, honest(), honest(), honest());
        List<TrackerSettings> trackers = settings(1).trackers();

        assertThatThrownBy(() -> new ChainSettings(trackers, 1, 1, 1, 1, 1, "main"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new ChainSettings(trackers, 4, 1, 1, 1, 1, "main"))
                .isInstanceOf(IllegalStateException.class);
    }

    private RootAnswer ask(RootQuery query) {
        return tracker.isValidRoot(query).join();
    }

    private static RootQuery wrongRoot() {
        return GoldenHeader.query(GoldenHeader.HEIGHT, GoldenHeader.OTHER_ROOT);
    }

    private static Function<Request, Reply> honest() {
        return request -> {
            if (request.path().endsWith("/block/" + GoldenHeader.HEIGHT + "/header")) {
                return Reply.ok(GoldenHeader.whatsOnChain());
            }
            return withTip(TIP).apply(request);
        };
    }

    /** Confirms whatever root is asked for in these tests, except the right one. */
    private static Function<Request, Reply> liar() {
        return request ->
                request.path().endsWith("/header")
                        ? Reply.ok(
                                "{\"height\":%d,\"merkleroot\":\"%s\"}"
                                        .formatted(GoldenHeader.HEIGHT, GoldenHeader.OTHER_ROOT))
                        : withTip(TIP).apply(request);
    }

    private static Function<Request, Reply> withTip(long height) {
        return request ->
                request.path().endsWith("/chain/info")
                        ? Reply.ok("{\"blocks\":%d}".formatted(height))
                        : new Reply(404, "");
    }

    private void reopen(
            long timeoutMillis,
            Function<Request, Reply> first,
            Function<Request, Reply> second,
            Function<Request, Reply> third)
            throws IOException {
        close();
        services.clear();
        open(timeoutMillis, first, second, third);
    }

    private void open(
            long timeoutMillis,
            Function<Request, Reply> first,
            Function<Request, Reply> second,
            Function<Request, Reply> third)
            throws IOException {
        services.add(new StubService(first));
        services.add(new StubService(second));
        services.add(new StubService(third));
        tracker = ChainTrackers.fromSettings(settings(timeoutMillis));
    }

    private ChainSettings settings(long timeoutMillis) {
        List<TrackerSettings> trackers = new ArrayList<>();
        for (StubService service : services) {
            trackers.add(
                    new TrackerSettings(
                            "stub" + trackers.size(),
                            TrackerSettings.WHATS_ON_CHAIN,
                            service.url(),
                            "hunter2"));
        }
        return new ChainSettings(trackers, 2, timeoutMillis, 60_000, 1_000, 16, "main");
    }

    private long headerRequests() {
        return services.stream()
                .flatMap(service -> service.requests().stream())
                .filter(request -> request.path().endsWith("/header"))
                .count();
    }

    /** The third service is asked too, though the quorum does not wait for it. */
    private void awaitHeaderRequests(long expected) {
        await(() -> headerRequests() >= expected);
    }

    private void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("%d header requests after 10 s, %s", headerRequests(), tracker.counts())
                    .isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
