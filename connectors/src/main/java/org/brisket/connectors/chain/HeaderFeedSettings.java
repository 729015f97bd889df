package org.brisket.connectors.chain;

import java.io.Serializable;
import java.util.List;

/**
 * How the trackers' headers are followed.
 *
 * @param network as WhatsOnChain names it: main, test or stn
 * @param startHeight the lowest height of interest
 * @param pollMillis between two questions to one tracker that has nothing more to give
 */
public record HeaderFeedSettings(
        List<TrackerSettings> trackers,
        String network,
        long startHeight,
        long pollMillis,
        long requestTimeoutMillis)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    public HeaderFeedSettings {
        trackers = List.copyOf(trackers);
    }
}
