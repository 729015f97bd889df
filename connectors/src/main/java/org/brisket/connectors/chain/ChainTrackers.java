package org.brisket.connectors.chain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.brisket.connectors.http.CircuitBreaker;
import org.brisket.connectors.http.HttpConnections;
import org.brisket.connectors.http.HttpLimits;
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
        long requestTimeout = (long) (settings.timeoutMillis() * REQUEST_SHARE_OF_TIMEOUT);
        HttpLimits limits = new HttpLimits(requestTimeout, settings.maxInFlight(), MAX_REPLY_BYTES);
        List<ChainTracker> members = new ArrayList<>();
        List<CircuitBreaker> breakers = new ArrayList<>();
        for (TrackerSettings tracker : settings.trackers()) {
            CircuitBreaker breaker = TrackerClients.breaker();
            breakers.add(breaker);
            members.add(
                    TrackerClients.open(connections, tracker, settings.network(), limits, breaker));
        }
        ChainTracker quorum =
                new QuorumChainTracker(
                        members,
                        settings.quorum(),
                        Duration.ofMillis(settings.timeoutMillis()),
                        settings.maxInFlight(),
                        connections,
                        () -> breakers.stream().filter(CircuitBreaker::isOpen).count());
        return new CachingChainTracker(
                quorum, Duration.ofMillis(settings.cacheExpiryMillis()), settings.cacheEntries());
    }
}
