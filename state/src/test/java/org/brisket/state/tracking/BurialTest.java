package org.brisket.state.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.state.ExampleVerdicts.ledger;
import static org.brisket.state.ExampleVerdicts.yes;

import java.util.List;
import java.util.OptionalLong;
import org.brisket.protocol.broadcast.AnswerKind;
import org.brisket.protocol.broadcast.BroadcastOutcome;
import org.brisket.protocol.broadcast.EndpointAnswer;
import org.brisket.protocol.hash.Txid;
import org.brisket.state.ExampleTickets;
import org.brisket.state.coordination.Decision;
import org.brisket.state.ledger.LedgerOrder;
import org.brisket.state.ledger.LedgerVerdict;
import org.brisket.state.submission.SubmissionTicket;
import org.junit.jupiter.api.Test;

/** A confirmed transaction becomes final with its block, or loses it. */
class BurialTest {
    private static final Txid TXID = new Txid(1, 2, 3, 4);
    private static final Txid PARENT = new Txid(5, 6, 7, 8);
    private static final int DEPTH = 6;
    private static final long HEIGHT = 100;
    private static final long LAST = HEIGHT + DEPTH - 1;
    private static final Finality FINALITY = new Finality(DEPTH, 10_000);

    private final InMemoryTrackingStore store = new InMemoryTrackingStore();
    private final RecordingEffects effects = new RecordingEffects();
    private OptionalLong tip = OptionalLong.of(HEIGHT);
    private long now = 10;

    private Tracker tracker() {
        return new Tracker(
                store,
                effects,
                new TrackingSettings(1_000, FINALITY, PollSchedule.NEVER),
                BestChain.withTip(tip));
    }

    private void commit(SubmissionTicket ticket, LedgerVerdict... verdicts) {
        tracker().decide(new Decision.Commit(ticket, List.of(verdicts), List.of(), List.of()), now);
    }

    private void answer(AnswerKind kind) {
        List<EndpointAnswer> answers =
                List.of(new EndpointAnswer("e", kind, kind.name(), 1, "", List.of()));
        tracker()
                .observe(new NetworkObservation.Answered(new BroadcastOutcome(TXID, answers)), now);
    }

    private void mined(long height) {
        tracker().observe(new NetworkObservation.Mined(TXID, height), now);
    }

    private void confirm() {
        commit(ExampleTickets.together(TXID, 1, 2), yes("a"), yes("b"));
        mined(HEIGHT);
    }

    /** The reminder that was set last comes due while the chain has this tip. */
    private void remindAtTip(long height) {
        tip = OptionalLong.of(height);
        now = effects.reminders.get(effects.reminders.size() - 1);
        tracker().remind(TXID, now);
    }

    private TrackedTransaction tracked() {
        return store.transaction().orElseThrow();
    }

    private List<String> finalized() {
        return effects.orders.stream()
                .filter(order -> order.kind() == LedgerOrder.Kind.FINALIZE)
                .map(LedgerOrder::ledger)
                .toList();
    }

    @Test
    void becomesFinalInEveryLedgerOnce() {
        confirm();
        remindAtTip(LAST - 1);
        assertThat(tracked().phase()).isEqualTo(Phase.CONFIRMED);
        assertThat(finalized()).isEmpty();

        remindAtTip(LAST);
        tracker().remind(TXID, now);
        mined(HEIGHT + 3);

        assertThat(tracked().phase()).isEqualTo(Phase.FINAL);
        assertThat(tracked().blockHeight()).isEqualTo(HEIGHT);
        assertThat(tracked().deadline()).isZero();
        assertThat(finalized()).containsExactly(ledger("a"), ledger("b"));
        assertThat(effects.admissions).hasSize(1);
    }

    @Test
    void hasOneReminderThatCounts() {
        confirm();
        mined(HEIGHT);
        assertThat(effects.reminders).hasSize(1);

        tip = OptionalLong.of(LAST);
        tracker().remind(TXID, effects.reminders.get(0) - 1);
        assertThat(tracked().phase()).as("before its time").isEqualTo(Phase.CONFIRMED);
    }

    @Test
    void waitsWhileNobodyKnowsTheTip() {
        tip = OptionalLong.empty();
        confirm();
        now = effects.reminders.get(0);
        tracker().remind(TXID, now);

        assertThat(tracked().phase()).isEqualTo(Phase.CONFIRMED);
        assertThat(effects.reminders).hasSize(2);
        remindAtTip(LAST);
        assertThat(tracked().phase()).isEqualTo(Phase.FINAL);
    }

    @Test
    void watchesWhatWasMinedBeforeItWasSubmitted() {
        commit(ExampleTickets.mined(TXID, 1, HEIGHT), yes("a"));
        remindAtTip(LAST);

        assertThat(finalized()).containsExactly(ledger("a"));
    }

    @Test
    void finishesALedgerThatComesLaterAfterItsCommit() {
        confirm();
        remindAtTip(LAST);
        effects.orders.clear();
        commit(ExampleTickets.together(TXID, 2, 2), yes("b"), yes("c"));

        assertThat(effects.orders.stream().map(o -> o.kind() + " " + o.ledger()))
                .containsExactly(
                        "COMMIT " + ledger("b"),
                        "COMMIT " + ledger("c"),
                        "FINALIZE " + ledger("c"));
    }

    @Test
    void goesBackToAcceptedWhenItsBlockIsReplaced() {
        confirm();
        tracker().reorganise(TXID, HEIGHT, now);

        assertThat(tracked().phase()).isEqualTo(Phase.ACCEPTED);
        assertThat(tracked().blockHeight()).isZero();
        assertThat(effects.rollbacks).isEmpty();
        remindAtTip(LAST);
        assertThat(tracked().phase()).as("by the old reminder").isEqualTo(Phase.ACCEPTED);
    }

    @Test
    void isConfirmedAgainByANewProof() {
        confirm();
        tracker().reorganise(TXID, HEIGHT - 2, now);
        now += 1;
        mined(HEIGHT + 1);
        assertThat(tracked().phase()).isEqualTo(Phase.CONFIRMED);
        assertThat(tracked().blockHeight()).isEqualTo(HEIGHT + 1);

        remindAtTip(LAST);
        assertThat(tracked().phase()).as("one block short").isEqualTo(Phase.CONFIRMED);
        remindAtTip(LAST + 1);
        assertThat(tracked().phase()).isEqualTo(Phase.FINAL);
        assertThat(effects.admissions).as("published once").hasSize(1);
        assertThat(effects.results).hasSize(1);
    }

    @Test
    void isLeftAloneByAReorganisationAboveIt() {
        confirm();
        tracker().reorganise(TXID, HEIGHT + 1, now);
        assertThat(tracked().phase()).isEqualTo(Phase.CONFIRMED);
    }

    @Test
    void staysFinalWhateverIsReplaced() {
        confirm();
        remindAtTip(LAST);
        tracker().reorganise(TXID, 1, now);
        tracker().decide(new Decision.Rollback(TXID, PARENT), now);

        assertThat(tracked().phase()).isEqualTo(Phase.FINAL);
        assertThat(effects.rollbacks).isEmpty();
    }

    @Test
    void leavesTheDeadlineOfASuspectAlone() {
        commit(ExampleTickets.alone(TXID, 1), yes("a"));
        answer(AnswerKind.POLICY);
        tracker().reorganise(TXID, 0, now);
        remindAtTip(LAST);

        assertThat(tracked().phase()).isEqualTo(Phase.ROLLED_BACK);
    }
}
