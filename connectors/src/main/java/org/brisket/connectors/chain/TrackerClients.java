package org.brisket.connectors.chain;

import java.time.Duration;
import java.util.Map;
import org.brisket.connectors.http.Backoff;
import org.brisket.connectors.http.CircuitBreaker;
import org.brisket.connectors.http.HttpConnections;
import org.brisket.connectors.http.HttpLimits;
import org.brisket.connectors.http.HttpService;

/** One client for each of the configured services. */
final class TrackerClients {
    private static final int FAILURES_TO_SUSPEND = 5;

    /** The longest is what it takes at most to notice that a service is back. */
    private static final Backoff SUSPENSION =
            new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(15));

    private TrackerClients() {}

    static CircuitBreaker breaker() {
        return new CircuitBreaker(FAILURES_TO_SUSPEND, SUSPENSION, System::nanoTime);
    }

    /**
     * @param network as WhatsOnChain names it
     */
    static HeaderTracker open(
            HttpConnections connections,
            TrackerSettings tracker,
            String network,
            HttpLimits limits,
            CircuitBreaker breaker) {
        HttpService service =
                new HttpService(
                        connections,
                        "chain tracker " + tracker.name(),
                        tracker.url(),
                        authorization(tracker),
                        limits,
                        breaker);
        return switch (tracker.kind()) {
            case TrackerSettings.WHATS_ON_CHAIN -> new WhatsOnChainTracker(service, network);
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
