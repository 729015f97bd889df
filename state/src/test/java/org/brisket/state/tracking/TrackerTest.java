package org.brisket.state.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.state.ExampleVerdicts.ledger;
import static org.brisket.state.ExampleVerdicts.no;
import static org.brisket.state.ExampleVerdicts.repeated;
import static org.brisket.state.ExampleVerdicts.yes;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.brisket.protocol.broadcast.AnswerKind;
import org.brisket.protocol.broadcast.BroadcastOutcome;
import org.brisket.protocol.broadcast.EndpointAnswer;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.verdict.RejectionReason;
import org.brisket.state.ExampleTickets;
import org.brisket.state.coordination.Decision;
import org.brisket.state.ledger.LedgerOrder;
import org.brisket.state.ledger.LedgerVerdict;
import org.brisket.state.submission.SubmissionTicket;
import org.brisket.state.tracking.SubmissionResult.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One transaction from its decision to its end, and the one result of every submission of it. */
class TrackerTest {
    private static final Txid TXID = new Txid(1, 2, 3, 4);
    private static final Txid PARENT = new Txid(5, 6, 7, 8);
    private static final long DEADLINE = 1_000;

    private final InMemoryTrackingStore store = new InMemoryTrackingStore();
    private final RecordingEffects effects = new RecordingEffects();
    private final Tracker tracker =
            new Tracker(store, effects, DEADLINE, Finality.NEVER, OptionalLong.empty());
    private long now = 10;

    @AfterEach
    void givesNoSubmissionMoreThanOneResult() {
        assertThat(effects.results).extracting(SubmissionResult::position).doesNotHaveDuplicates();
    }

    private void commit(SubmissionTicket ticket, LedgerVerdict... verdicts) {
        tracker.decide(new Decision.Commit(ticket, List.of(verdicts), List.of(), List.of()), now);
    }

    private void repeat(SubmissionTicket ticket, LedgerVerdict... verdicts) {
        tracker.decide(new Decision.Repeat(ticket, List.of(verdicts)), now);
    }

    private void abort(SubmissionTicket ticket, Optional<Txid> undone, LedgerVerdict... verdicts) {
        long offset = ticket.position().offset();
        tracker.decide(
                new Decision.Abort(
                        ticket,
                        List.of(verdicts),
                        List.of(),
                        undone,
                        ExampleTickets.source(offset)),
                now);
    }

    private void rollback() {
        tracker.decide(new Decision.Rollback(TXID, PARENT), now);
    }

    private void answer(AnswerKind... kinds) {
        List<EndpointAnswer> answers =
                Arrays.stream(kinds)
                        .map(kind -> new EndpointAnswer("e", kind, kind.name(), 1, "", List.of()))
                        .toList();
        tracker.observe(new NetworkObservation.Answered(new BroadcastOutcome(TXID, answers)), now);
    }

    private void mined(long height) {
        tracker.observe(new NetworkObservation.Mined(TXID, height), now);
    }

    private void hint(boolean seen) {
        tracker.observe(new NetworkObservation.Hinted(TXID, seen), now);
    }

    private void remind() {
        tracker.remind(TXID, now);
    }

    private static SubmissionTicket ticket(long offset) {
        return ExampleTickets.alone(TXID, offset);
    }

    private Phase phase() {
        return store.transaction().orElseThrow().phase();
    }

    private List<String> results() {
        return effects.results.stream().map(r -> r.submissionId() + " " + r.status()).toList();
    }

    private List<String> orders() {
        return effects.orders.stream()
                .map(o -> o.kind() + " " + o.ledger() + " " + o.submission())
                .toList();
    }

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

    @Test
    void saysSoWhenALedgerDoesNotHoldWhatWasCommittedAgain() {
        commit(ticket(1), yes("a"));
        tracker.decide(new Decision.Rollback(TXID, TXID), now);

        assertThat(effects.results.get(0).rejection().orElseThrow().detail())
                .contains("rolled back while this submission was decided");
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

    @Test
    void keepsWhatWasSaidAboutARolledBackTransaction() {
        commit(ticket(1), yes("a"));
        answer(AnswerKind.INVALID, AnswerKind.INVALID);
        TrackedTransaction undone = store.transaction().orElseThrow();
        mined(800_000);
        answer(AnswerKind.UNKNOWN);

        assertThat(store.transaction()).contains(undone);
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

    @Test
    void endsEverySubmissionInOneStatus() {
        assertThat(Arrays.stream(Status.values()).map(Status::text))
                .containsExactly("admitted", "rejected", "rolled-back");
    }
}
