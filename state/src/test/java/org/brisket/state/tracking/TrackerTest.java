package org.brisket.state.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.state.ExampleVerdicts.ledger;
import static org.brisket.state.ExampleVerdicts.no;
import static org.brisket.state.ExampleVerdicts.yes;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.brisket.protocol.broadcast.AnswerKind;
import org.brisket.protocol.verdict.RejectionReason;
import org.brisket.state.ExampleTickets;
import org.brisket.state.ledger.Instructions;
import org.brisket.state.ledger.LedgerPosition;
import org.brisket.state.ledger.LedgerVerdict;
import org.brisket.state.submission.SubmissionTicket;
import org.brisket.state.tracking.SubmissionResult.Status;
import org.junit.jupiter.api.Test;

/** One transaction from its decision to its end, and the one result of every submission of it. */
class TrackerTest extends ExampleTracker {
    @Test
    void admitsWhatTheNetworkAccepts() {
        commit(ticket(1), yes("a"));
        assertThat(effects.results).isEmpty();
        assertThat(effects.admissions).isEmpty();

        answer(AnswerKind.ACCEPTED, AnswerKind.UNKNOWN);

        assertThat(results()).containsExactly("s1 ADMITTED");
        assertThat(effects.results.get(0).answers()).hasSize(2);
        assertThat(effects.admissions).containsExactly(List.of(ledger("a")));
        assertThat(effects.orders).as("a ledger that decides alone needs no order").isEmpty();
        assertThat(effects.deadLetters).isEmpty();
    }

    @Test
    void ordersTheCommitInEveryLedgerThatDecidedTogether() {
        SubmissionTicket ticket = ExampleTickets.together(TXID, 1, 2);
        commit(ticket, yes("a"), yes("b"));

        assertThat(orders())
                .containsExactly(
                        "COMMIT TOPIC:tm_a " + ticket.key(), "COMMIT TOPIC:tm_b " + ticket.key());
    }

    @Test
    void tracksOnlyTheLedgersThatSaidYes() {
        commit(ExampleTickets.independent(TXID, 1, 2), no("a"), yes("b"));
        answer(AnswerKind.ACCEPTED);

        assertThat(effects.admissions).containsExactly(List.of(ledger("b")));
        assertThat(effects.results.get(0).verdicts()).containsExactly(no("a"), yes("b"));
    }

    @Test
    void answersHistoricalSubjectsAtOnce() {
        commit(ExampleTickets.historical(TXID, 1), yes("a"));

        assertThat(results()).containsExactly("s1 ADMITTED");
        assertThat(effects.results.get(0).phase()).isEqualTo("accepted");
        assertThat(effects.admissions).hasSize(1);
    }

    @Test
    void answersMinedSubjectsAtOnce() {
        commit(ExampleTickets.mined(TXID, 1, 777), yes("a"));

        assertThat(results()).containsExactly("s1 ADMITTED");
        assertThat(effects.results.get(0).phase()).isEqualTo("confirmed");
        assertThat(effects.results.get(0).blockHeight()).isEqualTo(777);
    }

    @Test
    void rejectsAnAbortedSubmissionAndKeepsItAsADeadLetter() {
        SubmissionTicket ticket = ExampleTickets.together(TXID, 4, 2);
        abort(ticket, Optional.empty(), yes("a"), no("b"));

        assertThat(results()).containsExactly("s4 REJECTED");
        assertThat(effects.results.get(0).rejection()).isEqualTo(no("b").rejection());
        assertThat(orders()).containsExactly("ABORT TOPIC:tm_a " + ticket.key());
        assertThat(effects.deadLetters)
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(ExampleTickets.source(4));
        assertThat(store.transaction()).isEmpty();
    }

    @Test
    void rejectsWhatNoLedgerRefusesAndNoneIsChangedBy() {
        SubmissionTicket ticket = ExampleTickets.together(TXID, 4, 1);
        LedgerVerdict empty =
                new LedgerVerdict(
                        "BASKET:m/b",
                        Instructions.NONE,
                        List.of(),
                        false,
                        LedgerPosition.START,
                        Optional.empty());
        abort(ticket, Optional.empty(), empty);

        assertThat(results()).containsExactly("s4 REJECTED");
        RejectionReason reason = effects.results.get(0).rejection().orElseThrow().reason();
        assertThat(reason).isEqualTo(RejectionReason.NOTHING_TO_ADMIT);
        assertThat(reason.isRetryable()).isFalse();
        assertThat(effects.admissions).isEmpty();
        assertThat(orders()).containsExactly("ABORT BASKET:m/b " + ticket.key());
    }

    @Test
    void endsEverySubmissionInOneStatus() {
        assertThat(Arrays.stream(Status.values()).map(Status::text))
                .containsExactly("admitted", "rejected", "rolled-back");
    }
}
