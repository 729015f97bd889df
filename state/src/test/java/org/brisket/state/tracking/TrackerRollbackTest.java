package org.brisket.state.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.state.ExampleVerdicts.ledger;
import static org.brisket.state.ExampleVerdicts.no;
import static org.brisket.state.ExampleVerdicts.repeated;
import static org.brisket.state.ExampleVerdicts.yes;

import java.util.List;
import java.util.Optional;
import org.brisket.protocol.broadcast.AnswerKind;
import org.brisket.protocol.verdict.RejectionReason;
import org.brisket.state.ExampleTickets;
import org.brisket.state.coordination.Decision;
import org.brisket.state.ledger.LedgerOrder;
import org.brisket.state.submission.SubmissionTicket;
import org.junit.jupiter.api.Test;

/** What is undone, and what happens to it afterwards. */
class TrackerRollbackTest extends ExampleTracker {
    @Test
    void beginsAnewWhenItIsCommittedAgainAfterARollback() {
        commit(ticket(1), yes("a"));
        answer(AnswerKind.INVALID, AnswerKind.INVALID);
        commit(ticket(2), yes("a"), yes("b"));
        assertThat(phase()).isEqualTo(Phase.DECIDED);
        answer(AnswerKind.ACCEPTED);

        assertThat(results()).containsExactly("s1 ROLLED_BACK", "s2 ADMITTED");
        assertThat(effects.admissions).containsExactly(List.of(ledger("a"), ledger("b")));
    }

    @Test
    void believesNoVerdictThatALedgerGaveBeforeItHeardOfTheRollback() {
        commit(ticket(1), yes("a"));
        answer(AnswerKind.INVALID, AnswerKind.INVALID);
        effects.orders.clear();
        commit(ExampleTickets.independent(TXID, 2, 2), repeated("a"), yes("b"));

        assertThat(phase()).isEqualTo(Phase.ROLLED_BACK);
        assertThat(results()).containsExactly("s1 ROLLED_BACK", "s2 ROLLED_BACK");
        assertThat(orders()).containsExactly("ABORT TOPIC:tm_b beef-submissions-0-2");
        assertThat(effects.rollbacks).hasSize(1);
    }

    @Test
    void abortsInTheOtherLedgersWhatDecidedTogetherOnAVerdictFromBeforeTheRollback() {
        commit(ticket(1), yes("a"));
        answer(AnswerKind.INVALID, AnswerKind.INVALID);
        effects.orders.clear();
        SubmissionTicket ticket = ExampleTickets.together(TXID, 2, 2);
        commit(ticket, repeated("a"), yes("b"));

        assertThat(results()).containsExactly("s1 ROLLED_BACK", "s2 ROLLED_BACK");
        assertThat(orders()).containsExactly("ABORT TOPIC:tm_b " + ticket.key());
    }

    @Test
    void rollsBackAnAdmittedTransactionWhoseParentWasUndone() {
        commit(ticket(1), yes("a"));
        answer(AnswerKind.ACCEPTED);
        rollback();
        rollback();

        assertThat(results()).containsExactly("s1 ADMITTED");
        assertThat(effects.rollbacks).hasSize(1);
        assertThat(effects.rollbacks.get(0).published()).isTrue();
        assertThat(effects.rollbacks.get(0).rolledBackFor().orElseThrow().reason())
                .isEqualTo(RejectionReason.PARENT_ROLLED_BACK);
        assertThat(orders()).containsExactly("ROLLBACK TOPIC:tm_a ");
    }

    @Test
    void answersWaitingSubmissionsWhenTheParentIsUndone() {
        commit(ticket(1), yes("a"));
        rollback();

        assertThat(results()).containsExactly("s1 ROLLED_BACK");
        assertThat(effects.results.get(0).rejection().orElseThrow().detail())
                .contains(PARENT.toString());
    }

    @Test
    void asksEveryLedgerToVerifyWhatIsCommittedAfterARollback() {
        commit(ticket(1), yes("a"));
        rollback();
        effects.orders.clear();
        commit(ticket(2), yes("a"));

        assertThat(orders()).containsExactly("VERIFY TOPIC:tm_a beef-submissions-0-2");
        assertThat(effects.orders.get(0).sequence())
                .as("the application that was voted for")
                .isEqualTo(yes("a").position().sequence());
    }

    @Test
    void saysSoWhenALedgerDoesNotHoldWhatWasCommittedAgain() {
        commit(ticket(1), yes("a"));
        tracker.decide(new Decision.Rollback(TXID, TXID), now);

        assertThat(effects.results.get(0).rejection().orElseThrow().detail())
                .contains("rolled back while this submission was decided");
    }

    @Test
    void keepsWhatWasSaidAboutARolledBackTransaction() {
        commit(ticket(1), yes("a"));
        answer(AnswerKind.INVALID, AnswerKind.INVALID);
        TrackedTransaction undone = store.transaction().orElseThrow();
        hint(true);
        answer(AnswerKind.UNKNOWN);

        assertThat(store.transaction()).contains(undone);
    }

    @Test
    void undoesWhatIndependentLedgersAppliedBeforeTheirParentWasUndone() {
        SubmissionTicket ticket = ExampleTickets.independent(TXID, 4, 3);
        abort(ticket, Optional.of(PARENT), yes("a"), repeated("b"), no("c"));

        assertThat(orders())
                .as("what was committed before is the business of its own rollback")
                .containsExactly("ABORT TOPIC:tm_a " + ticket.key());
        assertThat(effects.results.get(0).rejection().orElseThrow().reason())
                .isEqualTo(RejectionReason.PARENT_ROLLED_BACK);
    }

    @Test
    void upholdsAMinedTransactionWhoseParentIsSaidToBeUndone() {
        commit(ExampleTickets.mined(TXID, 1, 777), yes("a"));
        rollback();

        assertThat(phase()).isEqualTo(Phase.CONFIRMED);
        assertThat(effects.orders)
                .containsExactly(new LedgerOrder(ledger("a"), LedgerOrder.Kind.COMMIT, TXID, ""));
        assertThat(effects.rollbacks).isEmpty();
    }
}
