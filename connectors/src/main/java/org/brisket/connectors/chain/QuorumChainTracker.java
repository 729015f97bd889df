package org.brisket.connectors.chain;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.brisket.connectors.http.Backoff;
import org.brisket.connectors.http.HttpConnections;
import org.brisket.protocol.chain.ChainTracker;
import org.brisket.protocol.chain.RootAnswer;
import org.brisket.protocol.chain.RootQuery;

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
    private static final Duration HEIGHT_EXPIRY = Duration.ofSeconds(1);

    private final List<ChainTracker> members;
    private final int quorum;
    private final Duration timeout;
    private final HttpConnections connections;
    private final AsyncCache<String, Optional<Long>> recentHeight =
            Caffeine.newBuilder()
                    .maximumSize(1)
                    .expireAfterWrite(HEIGHT_EXPIRY)
                    .executor(Runnable::run)
                    .buildAsync();

    /**
     * @param connections what the members use; closed with this tracker
     */
    QuorumChainTracker(
            List<ChainTracker> members, int quorum, Duration timeout, HttpConnections connections) {
        this.members = List.copyOf(members);
        this.quorum = quorum;
        this.timeout = timeout;
        this.connections = connections;
    }

    @Override
    public CompletableFuture<RootAnswer> isValidRoot(RootQuery query) {
        RootBallot ballot = new RootBallot(members.size(), quorum);
        for (ChainTracker member : members) {
            ask(member, query, ballot, 1);
        }
        return ballot.outcome()
                .completeOnTimeout(RootAnswer.UNKNOWN, timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void ask(ChainTracker member, RootQuery query, RootBallot ballot, int attempt) {
        if (ballot.isDecided()) {
            return;
        }
        member.isValidRoot(query)
                .exceptionally(failure -> RootAnswer.UNKNOWN)
                .thenAccept(
                        answer -> {
                            if (answer != RootAnswer.UNKNOWN || attempt == MAX_ATTEMPTS) {
                                ballot.cast(answer);
                            } else {
                                askAgain(member, query, ballot, attempt + 1);
                            }
                        });
    }

    private void askAgain(ChainTracker member, RootQuery query, RootBallot ballot, int attempt) {
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

    /**
     * The greatest height that a quorum has reached, or that there is none, a second old at most.
     */
    @Override
    public CompletableFuture<Long> currentHeight() {
        return recentHeight.get("tip", (key, executor) -> pollHeights()).thenCompose(this::known);
    }

    private CompletableFuture<Long> known(Optional<Long> height) {
        return height.map(CompletableFuture::completedFuture)
                .orElseGet(
                        () ->
                                CompletableFuture.failedFuture(
                                        new IOException(
                                                "fewer than %d of %d chain trackers gave a height"
                                                        .formatted(quorum, members.size()))));
    }

    private CompletableFuture<Optional<Long>> pollHeights() {
        HeightPoll poll = new HeightPoll(members.size(), quorum);
        for (ChainTracker member : members) {
            member.currentHeight()
                    .exceptionally(failure -> null)
                    .thenAccept(
                            height -> {
                                // The slow ones may still know better, but not for long.
                                if (poll.report(height)
                                        && !connections.runAfter(HEIGHT_GRACE, poll::finish)) {
                                    poll.finish();
                                }
                            });
        }
        return poll.outcome()
                .completeOnTimeout(Optional.empty(), timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        members.forEach(ChainTracker::close);
        connections.close();
    }
}
