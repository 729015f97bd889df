package org.brisket.operators.tracking;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.metrics.Counter;
import org.brisket.operators.metrics.AgeWatch;
import org.brisket.operators.metrics.AnswerMetrics;
import org.brisket.operators.metrics.Metric;
import org.brisket.operators.metrics.StepMetrics;
import org.brisket.state.tracking.Phase;
import org.brisket.state.tracking.SubmissionResult;
import org.brisket.state.tracking.WaitingSubmission;

/** What becomes of transactions, and which submissions wait for that. */
final class TrackingMetrics {
    private final AnswerMetrics answers;
    private final AgeWatch<String> unanswered = new AgeWatch<>(AgeWatch.CAPACITY);
    private final Map<Phase, Counter> transitions = new EnumMap<>(Phase.class);
    private final Counter admissions;
    private final Counter rollbacks;
    private final Counter confirmed;
    private final Counter incidents;
    private final Counter questions;
    private Optional<Phase> phase = Optional.empty();

    TrackingMetrics(StepMetrics metrics) {
        answers = new AnswerMetrics(metrics);
        admissions = metrics.counter(Metric.ADMISSIONS);
        rollbacks = metrics.counter(Metric.ROLLBACKS);
        confirmed = metrics.counter(Metric.TRANSACTIONS_CONFIRMED);
        incidents = metrics.counter(Metric.INCIDENTS);
        questions = metrics.counter(Metric.QUESTIONS);
        unanswered.register(metrics, Metric.UNANSWERED, Metric.OLDEST_UNANSWERED_SECONDS);
        for (Phase each : Phase.values()) {
            transitions.put(each, metrics.counter(Metric.TRANSITIONS, each.text()));
        }
    }

    void answered(SubmissionResult result) {
        unanswered.end(result.position().toString());
        answers.count(result);
    }

    void waits(WaitingSubmission submission) {
        unanswered.begin(submission.ticket().key(), System.currentTimeMillis());
    }

    void admitted() {
        admissions.inc();
    }

    void undone() {
        rollbacks.inc();
    }

    void incident() {
        incidents.inc();
    }

    /** Endpoints are to be asked about a transaction, or sent it again. */
    void asked() {
        questions.inc();
    }

    /** The phase before a change: a tracker reads a transaction before it writes it. */
    void found(Optional<Phase> found) {
        phase = found;
    }

    void left(Phase next) {
        if (phase.isPresent() && phase.get() == next) {
            return;
        }
        phase = Optional.of(next);
        transitions.get(next).inc();
        if (next == Phase.CONFIRMED) {
            confirmed.inc();
        }
    }
}
