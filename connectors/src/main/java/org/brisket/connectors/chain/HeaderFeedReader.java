package org.brisket.connectors.chain;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;
import org.brisket.connectors.http.HttpConnections;
import org.brisket.connectors.http.HttpLimits;
import org.brisket.protocol.header.HeaderReport;

/**
 * Follows all trackers at once. Answers wait here until the task takes them, one for each tracker
 * at most: a tracker is asked again only after that. Positions move when an answer is taken, so a
 * checkpoint never skips what was not handed on.
 */
final class HeaderFeedReader implements SourceReader<HeaderReport, HeaderFeedSplit> {
    private static final int MAX_REPLY_BYTES = 2 * 1024 * 1024;
    private static final int REQUESTS_IN_FLIGHT = 2;

    private final HeaderFeedSettings settings;
    private final HttpConnections connections = new HttpConnections("header-feed");
    private final List<FollowedTracker> trackers = new ArrayList<>();
    private final Queue<FollowedTracker.Answer> answers = new ArrayDeque<>();
    private CompletableFuture<Void> available = new CompletableFuture<>();
    private boolean assigned;

    HeaderFeedReader(HeaderFeedSettings settings) {
        this.settings = settings;
    }

    @Override
    public void start() {}

    @Override
    public void addSplits(List<HeaderFeedSplit> splits) {
        for (HeaderFeedSplit split : splits) {
            follow(split);
        }
    }

    private void follow(HeaderFeedSplit split) {
        assigned = true;
        HttpLimits limits =
                new HttpLimits(
                        settings.requestTimeoutMillis(), REQUESTS_IN_FLIGHT, MAX_REPLY_BYTES);
        for (TrackerSettings tracker : settings.trackers()) {
            long start = settings.startHeight();
            long position = split.positions().getOrDefault(tracker.name(), start);
            FollowedTracker followed =
                    new FollowedTracker(
                            tracker.name(),
                            TrackerClients.open(
                                    connections,
                                    tracker,
                                    settings.network(),
                                    limits,
                                    TrackerClients.breaker()),
                            new HeaderCursor(start, position));
            trackers.add(followed);
            ask(followed);
        }
    }

    private void ask(FollowedTracker tracker) {
        tracker.ask().thenAccept(this::hold);
    }

    private synchronized void hold(FollowedTracker.Answer answer) {
        answers.add(answer);
        available.complete(null);
    }

    private synchronized FollowedTracker.Answer release() {
        FollowedTracker.Answer answer = answers.poll();
        if (answers.isEmpty() && available.isDone()) {
            available = new CompletableFuture<>();
        }
        return answer;
    }

    @Override
    public InputStatus pollNext(ReaderOutput<HeaderReport> output) {
        FollowedTracker.Answer answer = release();
        if (answer == null) {
            return InputStatus.NOTHING_AVAILABLE;
        }
        FollowedTracker tracker = answer.tracker();
        output.collect(tracker.take(answer, System.currentTimeMillis() / 1000));
        if (tracker.isBehind()) {
            ask(tracker);
        } else {
            connections.runAfter(Duration.ofMillis(settings.pollMillis()), () -> ask(tracker));
        }
        return InputStatus.MORE_AVAILABLE;
    }

    @Override
    public synchronized CompletableFuture<Void> isAvailable() {
        return available;
    }

    @Override
    public List<HeaderFeedSplit> snapshotState(long checkpointId) {
        if (!assigned) {
            return List.of();
        }
        Map<String, Long> positions = new HashMap<>();
        trackers.forEach(tracker -> positions.put(tracker.name(), tracker.position()));
        return List.of(new HeaderFeedSplit(positions));
    }

    @Override
    public void notifyNoMoreSplits() {}

    @Override
    public void close() {
        connections.close();
    }
}
