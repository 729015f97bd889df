package org.brisket.operators.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.brisket.operators.MeteredContext;
import org.brisket.operators.metrics.Metric;
import org.brisket.operators.metrics.StepMetrics;
import org.brisket.protocol.hash.Txid;
import org.brisket.state.ExampleTickets;
import org.brisket.state.ExampleVerdicts;
import org.brisket.state.coordination.Decision;
import org.brisket.state.ledger.LedgerMessage;
import org.brisket.state.submission.SubmissionTicket;
import org.junit.jupiter.api.Test;

class DecisionMetricsTest {
    private static final Txid TXID = new Txid(1, 2, 3, 4);

    private final MeteredContext context = new MeteredContext();
    private final DecisionMetrics metrics = new DecisionMetrics(StepMetrics.of(context));

    private static Decision commit(SubmissionTicket ticket) {
        return new Decision.Commit(ticket, List.of(ExampleVerdicts.yes("a")), List.of(), List.of());
    }

    private static LedgerMessage vote(SubmissionTicket ticket) {
        return new LedgerMessage.Vote(
                ticket,
                ExampleVerdicts.yes("a"),
                List.of(),
                new byte[] {7},
                Optional.of(ExampleTickets.payload(ticket)));
    }

    @Test
    void whatIsNotDecidedYetGrowsOld() {
        SubmissionTicket ticket = ExampleTickets.together(TXID, 1, 2);
        metrics.heard(vote(ticket));
        assertThat(context.gauge(Metric.UNDECIDED)).isEqualTo(1);
        assertThat((Long) context.gauge(Metric.OLDEST_UNDECIDED_SECONDS)).isPositive();

        metrics.decided(commit(ticket));
        assertThat(context.gauge(Metric.UNDECIDED)).isEqualTo(0);
        assertThat(context.histogram(Metric.PROCESSING_MILLIS).getCount()).isEqualTo(1);
        assertThat(context.counter(Metric.ATOMIC_DECISIONS, "commit")).isEqualTo(1);
        assertThat(context.counter(Metric.DECISIONS, "commit")).isEqualTo(1);
    }

    @Test
    void oneLedgerAloneIsNotAtomic() {
        SubmissionTicket ticket = ExampleTickets.alone(TXID, 1);
        metrics.heard(vote(ticket));
        metrics.decided(commit(ticket));
        metrics.decided(new Decision.Rollback(TXID, TXID));

        assertThat(context.counter(Metric.ATOMIC_DECISIONS, "commit")).isZero();
        assertThat(context.counter(Metric.DECISIONS, "rollback")).isEqualTo(1);
    }
}
