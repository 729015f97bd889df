package org.brisket.connectors.arc;

import java.io.Serializable;
import java.util.List;

/**
 * How transactions are handed to the network.
 *
 * @param batchSize transactions per post
 * @param lingerMillis how long a transaction waits for others to fill its batch
 * @param retries further attempts per post before an endpoint counts as silent for this round
 * @param initialBackoffMillis the pause before the first of them; each later one is twice as long
 * @param timeoutMillis for one post; above what the endpoint itself waits, 5 s by default
 * @param maxInFlight posts under way per endpoint
 * @param requiredAcceptances from as many endpoints, the others are waited for only a little longer
 * @param graceMillis that little
 * @param maxBackoffMillis the longest pause between rounds while no endpoint answers
 * @param callbackUrl empty for none
 * @param callbackToken what the endpoint presents to the callback receiver
 * @param fullStatusUpdates callbacks for every status instead of the last ones
 */
public record BroadcastSettings(
        List<EndpointSettings> endpoints,
        int batchSize,
        long lingerMillis,
        int retries,
        long initialBackoffMillis,
        long timeoutMillis,
        int maxInFlight,
        int requiredAcceptances,
        long graceMillis,
        long maxBackoffMillis,
        String callbackUrl,
        String callbackToken,
        boolean fullStatusUpdates)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    public BroadcastSettings {
        endpoints = List.copyOf(endpoints);
        if (requiredAcceptances < 1 || requiredAcceptances > endpoints.size()) {
            throw new IllegalStateException(
                    requiredAcceptances + " acceptances of " + endpoints.size() + " endpoints");
        }
        if (batchSize < 1 || retries < 0) {
            throw new IllegalStateException(
                    "batches of " + batchSize + " with " + retries + " retries");
        }
    }

    @Override
    public String toString() {
        return "BroadcastSettings[endpoints=%s, batchSize=%d, lingerMillis=%d, retries=%d, initialBackoffMillis=%d, timeoutMillis=%d, maxInFlight=%d, requiredAcceptances=%d, graceMillis=%d, maxBackoffMillis=%d, callbackUrl=%s, fullStatusUpdates=%s]"
                .formatted(
                        endpoints,
                        batchSize,
                        lingerMillis,
                        retries,
                        initialBackoffMillis,
                        timeoutMillis,
                        maxInFlight,
                        requiredAcceptances,
                        graceMillis,
                        maxBackoffMillis,
                        callbackUrl,
                        fullStatusUpdates);
    }
}
