package org.brisket.connectors.chain;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.brisket.connectors.http.HttpConnections;
import org.brisket.connectors.http.HttpLimits;
import org.brisket.connectors.http.HttpService;
import org.brisket.protocol.chain.ChainTracker;

/** Builds the chain tracker that the settings describe: a cache before a quorum of services. */
public final class ChainTrackers {
    private static final int MAX_REPLY_BYTES = 256 * 1024;

    /** So that a tracker that hangs once can still be asked a second time. */
    private static final double REQUEST_SHARE_OF_TIMEOUT = 0.4;

    private ChainTrackers() {}

    /** Opens connections and threads; the caller closes the tracker. */
    public static CachingChainTracker fromSettings(ChainSettings settings) {
        HttpConnections connections = new HttpConnections("chain-trackers");
        List<ChainTracker> members =
                settings.trackers().stream()
                        .map(tracker -> member(connections, tracker, settings))
                        .toList();
        ChainTracker quorum =
                new QuorumChainTracker(
                        members,
                        settings.quorum(),
                        Duration.ofMillis(settings.timeoutMillis()),
                        settings.maxInFlight(),
                        connections);
        return new CachingChainTracker(
                quorum, Duration.ofMillis(settings.cacheExpiryMillis()), settings.cacheEntries());
    }

    private static ChainTracker member(
            HttpConnections connections, TrackerSettings tracker, ChainSettings settings) {
        long requestTimeout = (long) (settings.timeoutMillis() * REQUEST_SHARE_OF_TIMEOUT);
        HttpLimits limits = new HttpLimits(requestTimeout, settings.maxInFlight(), MAX_REPLY_BYTES);
        HttpService service =
                new HttpService(
                        connections,
                        "chain tracker " + tracker.name(),
                        tracker.url(),
                        authorization(tracker),
                        limits);
        return switch (tracker.kind()) {
            case TrackerSettings.WHATS_ON_CHAIN ->
                    new WhatsOnChainTracker(service, settings.network());
            case TrackerSettings.BLOCK_HEADERS_SERVICE -> new BlockHeadersServiceTracker(service);
            case TrackerSettings.CHAINTRACKS -> new ChaintracksTracker(service);
            default ->
                    throw new IllegalStateException(
                            "chain tracker %s is of unknown kind %s"
                                    .formatted(tracker.name(), tracker.kind()));
        };
    }

    private static Map<String, String> authorization(TrackerSettings tracker) {
        if (tracker.apiKey().isEmpty()) {
            return Map.of();
        }
        boolean bare = tracker.kind().equals(TrackerSettings.WHATS_ON_CHAIN);
        return Map.of("Authorization", bare ? tracker.apiKey() : "Bearer " + tracker.apiKey());
    }
}
