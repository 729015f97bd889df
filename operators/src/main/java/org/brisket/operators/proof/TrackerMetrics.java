package org.brisket.operators.proof;

import org.brisket.operators.metrics.Metric;
import org.brisket.operators.metrics.StepMetrics;
import org.brisket.protocol.chain.ChainTracker;

/** The counts of a chain tracker as metrics of the step that uses it. */
final class TrackerMetrics {
    private TrackerMetrics() {}

    static void register(ChainTracker tracker, StepMetrics metrics) {
        metrics.gauge(Metric.CHAIN_TRACKER_QUESTIONS, () -> tracker.counts().questions());
        metrics.gauge(Metric.CHAIN_TRACKER_DISAGREEMENTS, () -> tracker.counts().disagreements());
        metrics.gauge(Metric.CHAIN_TRACKERS_SUSPENDED, () -> tracker.counts().suspended());
    }
}
