package org.brisket.operators.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.brisket.operators.Harnesses;
import org.brisket.protocol.broadcast.AnswerKind;
import org.brisket.protocol.submission.OutboundRecord;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.state.ExampleTickets;
import org.brisket.state.ExampleVerdicts;
import org.brisket.state.coordination.Decision;
import org.brisket.state.ledger.LedgerOrder;
import org.brisket.state.query.LedgerCommand;
import org.brisket.state.query.LedgerQuery;
import org.brisket.state.query.TrackerCommand;
import org.brisket.state.query.TransactionQuery;
import org.junit.jupiter.api.Test;

class TrackTransactionsTest extends TrackTransactionsFixture {
    @Test
    void writesTheAdmissionThenTheResult() throws Exception {
        commit(1);
        answer(AnswerKind.ACCEPTED);

        assertThat(written()).containsExactly("admissions ", "results admitted");
        assertThat(orders()).containsExactly(LedgerOrder.Kind.COMMIT, LedgerOrder.Kind.COMMIT);
    }

    @Test
    void writesARejectionWithItsDeadLetter() throws Exception {
        decide(
                new Decision.Abort(
                        ExampleTickets.together(TXID, 1, 2),
                        List.of(ExampleVerdicts.yes("a"), ExampleVerdicts.no("b")),
                        List.of(),
                        Optional.empty(),
                        ExampleTickets.source(1)));

        List<OutboundRecord> records = harness.extractOutputValues();
        assertThat(records)
                .extracting(OutboundRecord::topic)
                .containsExactly("results", "rejections");
        assertThat(records.get(1).value()).isEqualTo(ExampleTickets.source(1).value());
        assertThat(orders()).containsExactly(LedgerOrder.Kind.ABORT);
    }

    @Test
    void rollsASuspectBackWhenItsTimerFires() throws Exception {
        commit(1);
        answer(AnswerKind.POLICY);
        harness.setProcessingTime(10 + DEADLINE - 1);
        assertThat(written()).isEmpty();
        harness.setProcessingTime(10 + DEADLINE);

        assertThat(written())
                .containsExactly(
                        "rollbacks REFUSED_BY_NETWORK", "results rolled-backREFUSED_BY_NETWORK");
        assertThat(orders()).endsWith(LedgerOrder.Kind.ROLLBACK, LedgerOrder.Kind.ROLLBACK);
    }

    @Test
    void keepsTimersAndWaitingSubmissionsOverARestart() throws Exception {
        commit(1);
        commit(2);
        answer(AnswerKind.POLICY);
        restart();
        harness.setProcessingTime(10 + DEADLINE);

        assertThat(written())
                .containsExactly(
                        "rollbacks REFUSED_BY_NETWORK",
                        "results rolled-backREFUSED_BY_NETWORK",
                        "results rolled-backREFUSED_BY_NETWORK");
    }

    @Test
    void ignoresTheTimerOfASuspectThatWasAccepted() throws Exception {
        commit(1);
        answer(AnswerKind.POLICY);
        answer(AnswerKind.ACCEPTED);
        harness.setProcessingTime(10 + 2 * DEADLINE);

        assertThat(written()).containsExactly("admissions ", "results admitted");
    }

    @Test
    void matchesAnAnswerThatOvertookItsDecisionAfterARestart() throws Exception {
        answer(AnswerKind.ACCEPTED);
        restart();
        commit(1);

        assertThat(written()).containsExactly("admissions ", "results admitted");
    }

    @Test
    void answersARepeatAfterARestart() throws Exception {
        commit(1);
        answer(AnswerKind.ACCEPTED);
        restart();
        decide(
                new Decision.Repeat(
                        ExampleTickets.alone(TXID, 2), List.of(ExampleVerdicts.repeated("a"))));

        assertThat(written()).containsExactly("results admitted");
    }

    @Test
    void answersAQueryAndSendsItOnToTheLedgers() throws Exception {
        commit(1);
        answer(AnswerKind.ACCEPTED);
        restart();
        Outpoint outpoint = new Outpoint(TXID, 0);
        harness.processElement1(
                new TrackerCommand.Question(TransactionQuery.about("q", outpoint)), 0);

        OutboundRecord answer = harness.extractOutputValues().get(0);
        assertThat(answer.topic()).isEqualTo("answers");
        assertThat(field(answer, "phase")).isEqualTo("accepted");
        assertThat(field(answer, "answersToCome")).isEqualTo("2");
        assertThat(Harnesses.sideOutput(harness, TrackTransactions.TO_LEDGERS))
                .containsExactly(
                        new LedgerCommand.Question(
                                new LedgerQuery.OneCoin("q", "TOPIC:tm_a", outpoint)),
                        new LedgerCommand.Question(
                                new LedgerQuery.OneCoin("q", "TOPIC:tm_b", outpoint)));
    }
}
