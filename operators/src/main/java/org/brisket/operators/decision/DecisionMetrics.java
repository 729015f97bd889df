package org.brisket.operators.decision;

import org.apache.flink.metrics.Counter;
import org.brisket.operators.metrics.AgeWatch;
import org.brisket.operators.metrics.Metric;
import org.brisket.operators.metrics.RecentDurations;
import org.brisket.operators.metrics.StepMetrics;
import org.brisket.state.coordination.Decision;
import org.brisket.state.ledger.LedgerMessage;
import org.brisket.state.submission.SubmissionTicket;

/** What is decided, how long after a submission's record was written, and what is still open. */
final class DecisionMetrics {
    private final AgeWatch<String> undecided = new AgeWatch<>(AgeWatch.CAPACITY);
    private final RecentDurations processing;
    private final Counters decisions;
    private final Counter committedTogether;
    private final Counter abortedTogether;

    DecisionMetrics(StepMetrics metrics) {
        processing = metrics.durations(Metric.PROCESSING_MILLIS);
        decisions = new Counters(metrics);
        committedTogether = metrics.counter(Metric.ATOMIC_DECISIONS, "commit");
        abortedTogether = metrics.counter(Metric.ATOMIC_DECISIONS, "abort");
        undecided.register(metrics, Metric.UNDECIDED, Metric.OLDEST_UNDECIDED_SECONDS);
    }

    /** Before the message is handled. The record's own time comes with its first ledger's vote. */
    void heard(LedgerMessage message) {
        if (message instanceof LedgerMessage.Vote vote) {
            long since =
                    vote.payload()
                            .map(payload -> payload.source().timestamp())
                            .orElseGet(System::currentTimeMillis);
            undecided.begin(vote.ticket().key(), since);
        }
    }

    void decided(Decision decision) {
        decision.read(decisions).inc();
        if (decision instanceof Decision.Commit commit) {
            ended(commit.ticket(), committedTogether);
        } else if (decision instanceof Decision.Abort abort) {
            ended(abort.ticket(), abortedTogether);
        } else if (decision instanceof Decision.Repeat repeat) {
            ended(repeat.ticket(), committedTogether);
        }
    }

    private void ended(SubmissionTicket ticket, Counter together) {
        undecided
                .end(ticket.key())
                .ifPresent(since -> processing.update(System.currentTimeMillis() - since));
        if (ticket.together() && !ticket.isAlone()) {
            together.inc();
        }
    }

    /** A counter for each kind of decision. */
    private static final class Counters implements Decision.Reader<Counter> {
        private final Counter commits;
        private final Counter aborts;
        private final Counter repeats;
        private final Counter rollbacks;
        private final Counter ancestors;

        private Counters(StepMetrics metrics) {
            commits = metrics.counter(Metric.DECISIONS, "commit");
            aborts = metrics.counter(Metric.DECISIONS, "abort");
            repeats = metrics.counter(Metric.DECISIONS, "repeat");
            rollbacks = metrics.counter(Metric.DECISIONS, "rollback");
            ancestors = metrics.counter(Metric.DECISIONS, "ancestor");
        }

        @Override
        public Counter commit(Decision.Commit decision) {
            return commits;
        }

        @Override
        public Counter abort(Decision.Abort decision) {
            return aborts;
        }

        @Override
        public Counter repeat(Decision.Repeat decision) {
            return repeats;
        }

        @Override
        public Counter rollback(Decision.Rollback decision) {
            return rollbacks;
        }

        @Override
        public Counter ancestor(Decision.Ancestor decision) {
            return ancestors;
        }

        @Override
        public Counter poll(Decision.Poll decision) {
            throw new IllegalStateException(
                    "no votes lead to a question, but to one about " + decision.txid());
        }
    }
}
