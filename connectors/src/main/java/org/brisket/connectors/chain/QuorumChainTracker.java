package org.brisket.connectors.chain;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.brisket.connectors.http.Backoff;
import org.brisket.connectors.http.HttpConnections;
import org.brisket.connectors.http.InFlightLimit;
import org.brisket.protocol.chain.ChainTracker;
import org.brisket.protocol.chain.RootAnswer;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.chain.TrackerCounts;

/**
 * Several chain trackers that must agree. All are asked at once; the answer is there as soon as a
 * quorum says TRUE or a quorum says FALSE, and UNKNOWN at the time limit. One that does not know is
 * asked again after a pause, unless the height is far above the tip. A root above the tip is never
 * TRUE, because no tracker has its header.
 */
final class QuorumChainTracker implements ChainTracker {
    private static final int MAX_ATTEMPTS = 6;
    private static final Backoff BACKOFF =
            new Backoff(Duration.ofMillis(150), Duration.ofSeconds(2));

    /** Blocks that could be found while a question is open. Beyond, asking again is in vain. */
    private static final long MAX_LEAD = 6;

    private static final Duration HEIGHT_GRACE = Duration.ofMillis(250);
    private static final int MAX_WAITING = 10_000;

    /** One voter. Questions wait here for their turn and lapse when it is no longer needed. */
    private record Member(ChainTracker tracker, InFlightLimit limit) {
        private CompletableFuture<RootAnswer> ask(RootQuery query, RootBallot ballot) {
            return limit.run(
                            () ->
                                    ballot.isDecided()
                                            ? CompletableFuture.completedFuture(RootAnswer.UNKNOWN)
                                            : tracker.isValidRoot(query))
                    .exceptionally(failure -> RootAnswer.UNKNOWN);
        }
    }

    private final List<Member> members;
    private final int quorum;
    private final Duration timeout;
    private final HttpConnections connections;
    private final RecentHeight height;
    private final LongAdder questions = new LongAdder();
    private final LongAdder disagreements = new LongAdder();
    private final LongSupplier suspended;

    /**
     * @param suspended how many of the trackers are not asked at the moment
     * @param maxInFlight questions under way per tracker
     * @param connections what the members use; closed with this tracker
     */
    QuorumChainTracker(
            List<ChainTracker> trackers,
            int quorum,
            Duration timeout,
            int maxInFlight,
            HttpConnections connections,
            LongSupplier suspended) {
        this.members =
                trackers.stream()
                        .map(each -> new Member(each, new InFlightLimit(maxInFlight, MAX_WAITING)))
                        .toList();
        this.quorum = quorum;
        this.timeout = timeout;
        this.connections = connections;
        this.suspended = suspended;
        this.height =
                new RecentHeight(
                        "a quorum of %d of %d chain trackers".formatted(quorum, trackers.size()),
                        this::pollHeights);
    }

    @Override
    public CompletableFuture<RootAnswer> isValidRoot(RootQuery query) {
        questions.increment();
        RootBallot ballot = new RootBallot(members.size(), quorum, disagreements::increment);
        for (Member member : members) {
            ask(member, query, ballot, 1);
        }
        return ballot.outcome()
                .completeOnTimeout(RootAnswer.UNKNOWN, timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void ask(Member member, RootQuery query, RootBallot ballot, int attempt) {
        if (ballot.isDecided()) {
            return;
        }
        member.ask(query, ballot)
                .thenAccept(
                        answer -> {
                            if (answer != RootAnswer.UNKNOWN || attempt == MAX_ATTEMPTS) {
                                ballot.cast(answer);
                            } else {
                                askAgain(member, query, ballot, attempt + 1);
                            }
                        });
    }

    private void askAgain(Member member, RootQuery query, RootBallot ballot, int attempt) {
        if (ballot.isDecided()) {
            return;
        }
        currentHeight()
                .thenApply(tip -> query.height() > tip + MAX_LEAD)
                .exceptionally(failure -> false)
                .thenAccept(
                        inVain -> {
                            Runnable again = () -> ask(member, query, ballot, attempt);
                            if (inVain
                                    || !connections.runAfter(
                                            BACKOFF.pauseAfter(attempt - 1), again)) {
                                ballot.cast(RootAnswer.UNKNOWN);
                            }
                        });
    }

    /** The greatest height that a quorum has reached, a second old at most. */
    @Override
    public CompletableFuture<Long> currentHeight() {
        return height.get();
    }

    private CompletableFuture<Optional<Long>> pollHeights() {
        HeightPoll poll = new HeightPoll(members.size(), quorum);
        for (Member member : members) {
            member.tracker()
                    .currentHeight()
                    .exceptionally(failure -> null)
                    .thenAccept(
                            reported -> {
                                // The slow ones may still know better, but not for long.
                                if (poll.report(reported)
                                        && !connections.runAfter(HEIGHT_GRACE, poll::finish)) {
                                    poll.finish();
                                }
                            });
        }
        return poll.outcome()
                .completeOnTimeout(Optional.empty(), timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public TrackerCounts counts() {
        return new TrackerCounts(questions.sum(), disagreements.sum(), suspended.getAsLong());
    }

    @Override
    public void close() {
        members.forEach(member -> member.tracker().close());
        connections.close();
    }
}
