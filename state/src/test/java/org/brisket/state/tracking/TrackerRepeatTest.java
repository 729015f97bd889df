package org.brisket.state.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.state.ExampleVerdicts.ledger;
import static org.brisket.state.ExampleVerdicts.repeated;
import static org.brisket.state.ExampleVerdicts.yes;

import java.util.List;
import java.util.Optional;
import org.brisket.protocol.broadcast.AnswerKind;
import org.brisket.state.ExampleTickets;
import org.brisket.state.submission.SubmissionTicket;
import org.junit.jupiter.api.Test;

/** Further submissions of one transaction, whenever they come. */
class TrackerRepeatTest extends ExampleTracker {
    @Test
    void answersARepeatBeforeAndAfterTheAcceptance() {
        commit(ticket(1), yes("a"));
        repeat(ticket(2), repeated("a"));
        assertThat(effects.results).isEmpty();
        answer(AnswerKind.ACCEPTED);
        repeat(ticket(3), repeated("a"));

        assertThat(results()).containsExactly("s1 ADMITTED", "s2 ADMITTED", "s3 ADMITTED");
        assertThat(effects.admissions).hasSize(1);
        assertThat(store.waitingCount()).isZero();
    }

    @Test
    void answersARepeatTheSameWayAfterABroadcastThatWasMadeAgain() {
        commit(ticket(1), yes("a"));
        answer(AnswerKind.ACCEPTED, AnswerKind.UNKNOWN);
        answer();
        answer(AnswerKind.POLICY, AnswerKind.POLICY);
        repeat(ticket(2), yes("a"));

        assertThat(effects.results.get(1))
                .usingRecursiveComparison()
                .ignoringFields("submissionId", "position")
                .isEqualTo(effects.results.get(0));
    }

    @Test
    void answersARepeatThatArrivesBeforeTheFirstCommit() {
        repeat(ticket(2), repeated("a"));
        commit(ExampleTickets.independent(TXID, 1, 2), yes("a"), yes("b"));
        answer(AnswerKind.ACCEPTED);

        assertThat(results()).containsExactly("s1 ADMITTED", "s2 ADMITTED");
    }

    @Test
    void answersARepeatWithTheRollback() {
        commit(ticket(1), yes("a"));
        answer(AnswerKind.INVALID, AnswerKind.INVALID);
        repeat(ticket(2), repeated("a"));

        assertThat(results()).containsExactly("s1 ROLLED_BACK", "s2 ROLLED_BACK");
        assertThat(effects.rollbacks).hasSize(1);
    }

    @Test
    void publishesTheLedgersThatALaterSubmissionAdds() {
        commit(ticket(1), yes("a"));
        answer(AnswerKind.ACCEPTED);
        commit(ExampleTickets.together(TXID, 2, 2), repeated("a"), yes("b"));

        assertThat(effects.admissions).containsExactly(List.of(ledger("a")), List.of(ledger("b")));
        assertThat(results()).containsExactly("s1 ADMITTED", "s2 ADMITTED");
        rollback();
        assertThat(orders()).endsWith("ROLLBACK TOPIC:tm_a ", "ROLLBACK TOPIC:tm_b ");
    }

    @Test
    void publishesLedgersAddedBeforeTheAcceptanceTogether() {
        commit(ticket(1), yes("a"));
        commit(ExampleTickets.together(TXID, 2, 2), repeated("a"), yes("b"));
        answer(AnswerKind.ACCEPTED);

        assertThat(effects.admissions).containsExactly(List.of(ledger("a"), ledger("b")));
        assertThat(results()).containsExactly("s1 ADMITTED", "s2 ADMITTED");
    }

    @Test
    void answersARepeatWhoseTransactionIsUndoneBeforeItIsCommitted() {
        SubmissionTicket slow = ExampleTickets.independent(TXID, 1, 2);
        repeat(ticket(2), repeated("a"));
        rollback();
        repeat(ticket(3), repeated("a"));
        abort(slow, Optional.of(PARENT), yes("a"), yes("b"));

        assertThat(results()).containsExactly("s2 ROLLED_BACK", "s3 ROLLED_BACK", "s1 REJECTED");
        assertThat(effects.rollbacks).as("nothing was admitted").isEmpty();
    }

    @Test
    void believesTheProofThatALaterSubmissionBrings() {
        commit(ticket(1), yes("a"));
        answer(AnswerKind.CONTESTED);
        repeat(ExampleTickets.mined(TXID, 2, 777), repeated("a"));

        assertThat(phase()).isEqualTo(Phase.CONFIRMED);
        assertThat(results()).containsExactlyInAnyOrder("s1 ADMITTED", "s2 ADMITTED");
        assertThat(effects.results).allMatch(r -> r.blockHeight() == 777);
    }

    @Test
    void believesTheProofThatComesWithOneMoreLedger() {
        commit(ticket(1), yes("a"));
        SubmissionTicket more =
                new SubmissionTicket("s2", ExampleTickets.at(2), TXID, 2, true, false, 777);
        commit(more, repeated("a"), yes("b"));

        assertThat(results()).containsExactlyInAnyOrder("s1 ADMITTED", "s2 ADMITTED");
        assertThat(effects.admissions).containsExactly(List.of(ledger("a"), ledger("b")));
    }

    @Test
    void takesInTheLedgersOfARepeatThatItDoesNotCoverAndVerifiesThem() {
        commit(ExampleTickets.together(TXID, 1, 2), yes("a"), yes("b"));
        rollback();
        commit(ticket(2), yes("a"));
        effects.orders.clear();
        repeat(ExampleTickets.together(TXID, 3, 2), repeated("a"), repeated("b"));

        assertThat(orders())
                .containsExactly(
                        "VERIFY TOPIC:tm_a beef-submissions-0-3",
                        "VERIFY TOPIC:tm_b beef-submissions-0-3");
        assertThat(store.transaction().orElseThrow().ledgers()).hasSize(2);
    }
}
