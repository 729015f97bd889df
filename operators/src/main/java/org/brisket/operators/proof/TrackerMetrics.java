package org.brisket.operators.proof;

import org.apache.flink.metrics.MetricGroup;
import org.brisket.protocol.chain.ChainTracker;

/** The counts of a chain tracker as metrics of the step that uses it. */
final class TrackerMetrics {
    private TrackerMetrics() {}

    static void register(ChainTracker tracker, MetricGroup metrics) {
        metrics.gauge("chainTrackerQuestions", () -> tracker.counts().questions());
        metrics.gauge("chainTrackerDisagreements", () -> tracker.counts().disagreements());
        metrics.gauge("chainTrackersSuspended", () -> tracker.counts().suspended());
    }
}
