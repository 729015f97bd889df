package org.brisket.state.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.state.ExampleVerdicts.repeated;
import static org.brisket.state.ExampleVerdicts.yes;

import org.brisket.protocol.broadcast.AnswerKind;
import org.brisket.protocol.verdict.RejectionReason;
import org.brisket.state.ExampleTickets;
import org.junit.jupiter.api.Test;

/** What the network says, in whatever order it comes. */
class TrackerNewsTest extends ExampleTracker {
    @Test
    void rollsBackOnTwoVerdictsOnTheBytes() {
        commit(ExampleTickets.together(TXID, 1, 2), yes("a"), yes("b"));
        effects.orders.clear();
        answer(AnswerKind.INVALID, AnswerKind.INVALID);

        assertThat(phase()).isEqualTo(Phase.ROLLED_BACK);
        assertThat(results()).containsExactly("s1 ROLLED_BACK");
        assertThat(effects.results.get(0).rejection().orElseThrow().reason())
                .isEqualTo(RejectionReason.REFUSED_BY_NETWORK);
        assertThat(orders()).containsExactly("ROLLBACK TOPIC:tm_a ", "ROLLBACK TOPIC:tm_b ");
        assertThat(effects.rollbacks).hasSize(1);
        assertThat(effects.rollbacks.get(0).published()).isFalse();
        assertThat(effects.admissions).isEmpty();
    }

    @Test
    void rollsBackASuspectOnlyAfterItsDeadline() {
        commit(ticket(1), yes("a"));
        answer(AnswerKind.POLICY, AnswerKind.POLICY);
        assertThat(phase()).isEqualTo(Phase.SUSPECT);
        assertThat(effects.reminders).containsExactly(now + DEADLINE);
        now += DEADLINE - 1;
        remind();
        assertThat(effects.results).isEmpty();
        now += 1;
        remind();

        assertThat(results()).containsExactly("s1 ROLLED_BACK");
        assertThat(effects.results.get(0).rejection().orElseThrow().detail()).contains("e: 1");
        assertThat(effects.rollbacks).hasSize(1);
        remind();
        assertThat(effects.rollbacks).hasSize(1);
    }

    @Test
    void keepsASuspectThatIsAcceptedInTime() {
        commit(ticket(1), yes("a"));
        answer(AnswerKind.INVALID);
        now += 5;
        answer(AnswerKind.ACCEPTED);
        now += 2 * DEADLINE;
        remind();

        assertThat(phase()).isEqualTo(Phase.ACCEPTED);
        assertThat(results()).containsExactly("s1 ADMITTED");
        assertThat(effects.rollbacks).isEmpty();
    }

    @Test
    void doesNotExtendTheDeadlineOfASuspect() {
        commit(ticket(1), yes("a"));
        answer(AnswerKind.POLICY);
        now += DEADLINE - 1;
        answer(AnswerKind.POLICY);
        answer(AnswerKind.UNKNOWN);
        assertThat(effects.reminders).hasSize(1);
        now += 1;
        remind();

        assertThat(phase()).isEqualTo(Phase.ROLLED_BACK);
    }

    @Test
    void publishesAContestedTransactionThatIsMinedOnce() {
        commit(ticket(1), yes("a"));
        answer(AnswerKind.CONTESTED);
        assertThat(effects.results).isEmpty();
        mined(800_000);
        mined(800_000);

        assertThat(results()).containsExactly("s1 ADMITTED");
        assertThat(effects.results.get(0).phase()).isEqualTo("confirmed");
        assertThat(effects.results.get(0).blockHeight()).isEqualTo(800_000);
        assertThat(effects.admissions).hasSize(1);
    }

    @Test
    void doesNotPublishAgainWhatIsContestedAfterItsAdmission() {
        commit(ticket(1), yes("a"));
        answer(AnswerKind.ACCEPTED);
        answer(AnswerKind.CONTESTED);
        assertThat(phase()).isEqualTo(Phase.CONTESTED);
        repeat(ticket(2), repeated("a"));
        mined(800_000);

        assertThat(effects.admissions).hasSize(1);
        assertThat(results()).containsExactly("s1 ADMITTED", "s2 ADMITTED");
    }

    @Test
    void remembersAnAnswerThatOvertakesItsDecision() {
        answer(AnswerKind.ACCEPTED);
        assertThat(effects.results).isEmpty();
        commit(ticket(1), yes("a"));

        assertThat(results()).containsExactly("s1 ADMITTED");
        assertThat(effects.results.get(0).answers()).hasSize(1);
    }

    @Test
    void remembersAnAnswerThatOvertakesTheDecisionAfterARollback() {
        commit(ticket(1), yes("a"));
        answer(AnswerKind.ORPHAN);
        rollback();
        answer(AnswerKind.ACCEPTED);
        assertThat(phase()).isEqualTo(Phase.ROLLED_BACK);
        commit(ticket(2), yes("a"));

        assertThat(results()).containsExactly("s1 ROLLED_BACK", "s2 ADMITTED");
    }

    @Test
    void countsAnAnswerThatOvertookItsDecisionOnce() {
        answer(AnswerKind.ACCEPTED);
        commit(ticket(1), yes("a"));
        rollback();
        commit(ticket(2), yes("a"));

        assertThat(phase()).isEqualTo(Phase.DECIDED);
    }

    @Test
    void takesAHintThatItWasSeenForAnAcceptance() {
        commit(ticket(1), yes("a"));
        hint(false);
        assertThat(phase()).isEqualTo(Phase.IN_FLIGHT);
        hint(true);

        assertThat(results()).containsExactly("s1 ADMITTED");
    }

    @Test
    void forgetsNewsOfTransactionsThatItDoesNotKnow() {
        mined(1);
        hint(true);
        remind();

        assertThat(store.transaction()).isEmpty();
        assertThat(effects.results).isEmpty();
    }

    @Test
    void changesNothingOnDuplicatedAndLateNews() {
        commit(ticket(1), yes("a"));
        answer(AnswerKind.ACCEPTED);
        mined(800_000);
        TrackedTransaction confirmed = store.transaction().orElseThrow();

        answer(AnswerKind.ACCEPTED);
        answer(AnswerKind.INVALID, AnswerKind.INVALID);
        answer(AnswerKind.CONTESTED);
        answer();
        hint(true);
        hint(false);
        mined(800_000);
        now += 2 * DEADLINE;
        remind();

        assertThat(store.transaction()).contains(confirmed);
        assertThat(effects.results).hasSize(1);
        assertThat(effects.admissions).hasSize(1);
        assertThat(effects.orders).isEmpty();
    }
}
