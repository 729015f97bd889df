package org.brisket.operators.metrics;

import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.protocol.verdict.RejectionReason;
import org.brisket.state.tracking.SubmissionResult;

/** Counts results by how they end, and refusals by their reason; all exist from the beginning. */
public final class AnswerMetrics {
    private final Map<SubmissionResult.Status, Counter> outcomes =
            new EnumMap<>(SubmissionResult.Status.class);
    private final Map<RejectionReason, Counter> reasons = new EnumMap<>(RejectionReason.class);

    public AnswerMetrics(StepMetrics metrics) {
        for (SubmissionResult.Status status : SubmissionResult.Status.values()) {
            outcomes.put(status, metrics.counter(Metric.RESULTS, status.text()));
        }
        for (RejectionReason reason : RejectionReason.values()) {
            reasons.put(
                    reason,
                    metrics.counter(Metric.REFUSALS, reason.category().name(), reason.name()));
        }
    }

    public void count(SubmissionResult result) {
        outcomes.get(result.status()).inc();
        result.rejection().map(Rejection::reason).ifPresent(reason -> reasons.get(reason).inc());
    }
}
