package org.brisket.connectors.chain;

import java.io.Serializable;
import java.util.List;

/**
 * How merkle roots are checked.
 *
 * @param quorum how many trackers must agree; more than half of them, or two answers could both win
 * @param timeoutMillis for one question, all its repetitions included
 * @param cacheExpiryMillis how long a confirmed root is remembered
 * @param maxInFlight requests under way per tracker
 * @param network as WhatsOnChain names it: main, test or stn
 */
public record ChainSettings(
        List<TrackerSettings> trackers,
        int quorum,
        long timeoutMillis,
        long cacheExpiryMillis,
        long cacheEntries,
        int maxInFlight,
        String network)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    public ChainSettings {
        trackers = List.copyOf(trackers);
        if (quorum > trackers.size() || 2 * quorum <= trackers.size()) {
            throw new IllegalStateException(
                    "a quorum of " + quorum + " among " + trackers.size() + " chain trackers");
        }
    }
}
