package org.brisket.state.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.state.ExampleVerdicts.yes;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.brisket.protocol.broadcast.AnswerKind;
import org.brisket.protocol.broadcast.BroadcastOutcome;
import org.brisket.protocol.broadcast.EndpointAnswer;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.hash.Txid;
import org.brisket.state.ExampleTickets;
import org.brisket.state.coordination.Decision;
import org.junit.jupiter.api.Test;

/** Endpoints are asked what became of a transaction, and what they say is followed. */
class TrackerPollsTest {
    private static final Txid TXID = new Txid(1, 2, 3, 4);
    private static final Txid RIVAL = new Txid(5, 6, 7, 8);
    private static final MerkleRoot ROOT = new MerkleRoot(1, 1, 1, 1);
    private static final MerkleRoot OTHER = new MerkleRoot(2, 2, 2, 2);
    private static final long DEADLINE = 1_000;
    private static final long STEP = 5;

    private final InMemoryTrackingStore store = new InMemoryTrackingStore();
    private final RecordingEffects effects = new RecordingEffects();
    private OptionalLong tip = OptionalLong.of(100);
    private Optional<MerkleRoot> rootOfChain = Optional.empty();
    private long now = 10;

    private Tracker tracker() {
        return new Tracker(
                store,
                effects,
                new TrackingSettings(DEADLINE, new Finality(6, 100), new PollSchedule(STEP)),
                new BestChain(tip, height -> rootOfChain));
    }

    private void commit() {
        tracker()
                .decide(
                        new Decision.Commit(
                                ExampleTickets.alone(TXID, 1),
                                List.of(yes("a")),
                                List.of(),
                                List.of(new byte[] {1})),
                        now);
    }

    private static BroadcastOutcome outcome(boolean contested, AnswerKind... kinds) {
        List<Txid> competing = contested ? List.of(RIVAL) : List.of();
        return new BroadcastOutcome(
                TXID,
                Arrays.stream(kinds)
                        .map(k -> new EndpointAnswer("e", k, k.name(), 1, "", competing))
                        .toList());
    }

    private void answer(AnswerKind... kinds) {
        tracker().observe(new NetworkObservation.Answered(outcome(false, kinds)), now);
    }

    private void status(AnswerKind... kinds) {
        tracker().observe(new NetworkObservation.Polled(outcome(false, kinds)), now);
    }

    private void outdone() {
        BroadcastOutcome lost = outcome(true, AnswerKind.CONDITION, AnswerKind.CONDITION);
        tracker().observe(new NetworkObservation.Polled(lost), now);
    }

    private void postedAgain(AnswerKind... kinds) {
        tracker().observe(new NetworkObservation.PostedAgain(outcome(false, kinds)), now);
    }

    private void mined(MerkleRoot root) {
        tracker()
                .observe(
                        new NetworkObservation.Mined(
                                TXID, 100, Optional.of(root), Optional.empty()),
                        now);
    }

    private void hint(boolean seen) {
        tracker().observe(new NetworkObservation.Hinted(TXID, seen), now);
    }

    /** Time goes on to the reminder that was set last. */
    private void remind() {
        now = effects.reminders.get(effects.reminders.size() - 1);
        tracker().remind(TXID, now);
    }

    private void waitUntilLate() {
        now += DEADLINE;
        tracker().remind(TXID, now);
    }

    private TrackedTransaction tracked() {
        return store.transaction().orElseThrow();
    }

    private Phase phase() {
        return tracked().phase();
    }

    private void accept() {
        commit();
        answer(AnswerKind.ACCEPTED, AnswerKind.ACCEPTED);
    }

    @Test
    void asksMoreAndMoreSeldom() {
        commit();
        answer(AnswerKind.UNKNOWN, AnswerKind.ORPHAN);
        long[] pauses = new long[15];
        for (int i = 0; i < pauses.length; i++) {
            long before = now;
            remind();
            pauses[i] = now - before;
        }

        assertThat(effects.polls).hasSize(15).containsOnly(0);
        assertThat(pauses).startsWith(5, 5, 5, 30).endsWith(30, 300, 300);
    }

    @Test
    void doesNotAskWhileTheBroadcastIsUnderWay() {
        commit();

        assertThat(effects.reminders).isEmpty();
    }

    @Test
    void doesNotAskAboutWhatWasNotSent() {
        tracker()
                .decide(
                        new Decision.Commit(
                                ExampleTickets.mined(TXID, 1, 99),
                                List.of(yes("a")),
                                List.of(),
                                List.of()),
                        now);
        remind();

        assertThat(effects.polls).isEmpty();
    }

    @Test
    void believesARefusalAfterAnAcceptanceOnASecondLookAfterTheDeadline() {
        accept();
        status(AnswerKind.CONDITION, AnswerKind.ABSENT);
        assertThat(phase()).isEqualTo(Phase.SUSPECT);
        postedAgain(AnswerKind.CONDITION, AnswerKind.POLICY);
        waitUntilLate();
        assertThat(phase()).as("asks once more").isEqualTo(Phase.SUSPECT);
        assertThat(effects.polls).contains(0);
        status(AnswerKind.CONDITION, AnswerKind.UNKNOWN);
        assertThat(phase()).as("one was not reached").isEqualTo(Phase.SUSPECT);
        status(AnswerKind.CONDITION, AnswerKind.ABSENT);

        assertThat(phase()).isEqualTo(Phase.ROLLED_BACK);
        assertThat(effects.rollbacks).hasSize(1);
        assertThat(effects.rollbacks.get(0).published()).isTrue();
    }

    @Test
    void forgetsADoubtWhenAnEndpointHoldsItAgain() {
        accept();
        status(AnswerKind.CONDITION, AnswerKind.CONDITION);
        status(AnswerKind.ACCEPTED, AnswerKind.CONDITION);
        waitUntilLate();
        status(AnswerKind.ACCEPTED, AnswerKind.CONDITION);

        assertThat(phase()).isEqualTo(Phase.ACCEPTED);
        assertThat(effects.admissions).hasSize(1);
    }

    @Test
    void asksAtOnceWhenACallbackSaysNo() {
        accept();
        effects.reminders.clear();
        now += 100;
        hint(false);

        assertThat(phase()).isEqualTo(Phase.ACCEPTED);
        assertThat(effects.reminders).containsExactly(now);
        remind();
        assertThat(effects.polls).containsExactly(0);
        hint(false);
        hint(false);
        assertThat(effects.reminders).as("not more than once in a step").contains(now + STEP);
        tracker().remind(TXID, now);
        assertThat(effects.polls).hasSize(1);
    }

    @Test
    void losesARaceWhenAllEndpointsNameTheWinner() {
        accept();
        status(AnswerKind.CONTESTED, AnswerKind.ACCEPTED);
        assertThat(phase()).isEqualTo(Phase.CONTESTED);
        outdone();

        assertThat(phase()).isEqualTo(Phase.ROLLED_BACK);
    }

    @Test
    void looksTwiceBeforeItBelievesInARaceThatItHasNotSeen() {
        accept();
        outdone();
        assertThat(phase()).isEqualTo(Phase.SUSPECT);
        outdone();

        assertThat(phase()).isEqualTo(Phase.ROLLED_BACK);
    }

    @Test
    void winsARace() {
        accept();
        status(AnswerKind.CONTESTED, AnswerKind.CONTESTED);
        status(AnswerKind.ACCEPTED, AnswerKind.ACCEPTED);
        assertThat(phase()).isEqualTo(Phase.ACCEPTED);
        status(AnswerKind.CONTESTED, AnswerKind.CONTESTED);
        mined(ROOT);

        assertThat(phase()).isEqualTo(Phase.CONFIRMED);
        assertThat(effects.admissions).hasSize(1);
    }

    @Test
    void postsAgainWhatAllHaveForgotten() {
        accept();
        status(AnswerKind.ABSENT, AnswerKind.ABSENT);
        status(AnswerKind.ABSENT, AnswerKind.ABSENT);
        assertThat(effects.polls).as("one post at a time").containsExactly(1);
        assertThat(phase()).isEqualTo(Phase.ACCEPTED);
        postedAgain(AnswerKind.ACCEPTED, AnswerKind.ACCEPTED);
        status(AnswerKind.ABSENT, AnswerKind.ABSENT);

        assertThat(effects.polls).containsExactly(1, 1);
    }

    @Test
    void doubtsWhatStaysForgottenForSixBlocks() {
        accept();
        status(AnswerKind.ABSENT, AnswerKind.ABSENT);
        tip = OptionalLong.of(105);
        status(AnswerKind.ABSENT, AnswerKind.ABSENT);
        assertThat(phase()).isEqualTo(Phase.ACCEPTED);
        tip = OptionalLong.of(106);
        status(AnswerKind.ABSENT, AnswerKind.ABSENT);

        assertThat(phase()).isEqualTo(Phase.SUSPECT);
    }

    @Test
    void countsTheBlocksAnewWhenSomeoneRemembers() {
        accept();
        status(AnswerKind.ABSENT, AnswerKind.ABSENT);
        status(AnswerKind.ACCEPTED, AnswerKind.ABSENT);
        tip = OptionalLong.of(106);
        status(AnswerKind.ABSENT, AnswerKind.ABSENT);

        assertThat(phase()).isEqualTo(Phase.ACCEPTED);
    }

    @Test
    void givesUpAnOrphanAfterTheDeadlineWithOneResult() {
        commit();
        answer(AnswerKind.ORPHAN, AnswerKind.ORPHAN);
        assertThat(phase()).isEqualTo(Phase.IN_FLIGHT);
        status(AnswerKind.ORPHAN, AnswerKind.ORPHAN);
        assertThat(effects.polls).as("its parents may have been lost").containsExactly(1);
        waitUntilLate();
        status(AnswerKind.ORPHAN, AnswerKind.ABSENT);
        assertThat(phase()).as("its post is under way").isEqualTo(Phase.IN_FLIGHT);
        postedAgain(AnswerKind.ORPHAN, AnswerKind.ORPHAN);
        status(AnswerKind.ORPHAN, AnswerKind.ABSENT);

        assertThat(phase()).isEqualTo(Phase.ROLLED_BACK);
        assertThat(effects.results).hasSize(1);
    }

    @Test
    void tellsOnceWhatABlockHoldsAfterItsRollback() {
        commit();
        answer(AnswerKind.INVALID, AnswerKind.INVALID);
        status(AnswerKind.ACCEPTED, AnswerKind.ABSENT);
        status(AnswerKind.ACCEPTED, AnswerKind.ABSENT);
        mined(ROOT);
        mined(ROOT);
        status(AnswerKind.ACCEPTED, AnswerKind.ACCEPTED);

        assertThat(phase()).isEqualTo(Phase.ROLLED_BACK);
        assertThat(effects.incidents)
                .extracting(TrackedTransaction::lateNews)
                .containsExactly(LateNews.ACCEPTED_AFTER_ROLLBACK, LateNews.CONFLICT_ON_CHAIN);
        assertThat(effects.incidents.get(1).blockHeight()).isEqualTo(100);
        assertThat(effects.polls).as("nothing undone is sent again").doesNotContain(1);
    }

    @Test
    void asksOnlyAFewTimesAfterARollback() {
        commit();
        answer(AnswerKind.INVALID, AnswerKind.INVALID);
        for (int i = 0; i < 20; i++) {
            remind();
        }

        assertThat(effects.polls).hasSize(5);
    }

    @Test
    void isAdmittedWhenItIsSubmittedAgainAfterARollback() {
        commit();
        answer(AnswerKind.INVALID, AnswerKind.INVALID);
        mined(ROOT);
        commit();
        answer(AnswerKind.ACCEPTED, AnswerKind.ACCEPTED);

        assertThat(phase()).isEqualTo(Phase.ACCEPTED);
        assertThat(tracked().lateNews()).isEqualTo(LateNews.NONE);
        assertThat(effects.admissions).hasSize(1);
    }

    @Test
    void believesNoProofOfABlockThatTheChainDoesNotHave() {
        accept();
        rootOfChain = Optional.of(OTHER);
        mined(ROOT);
        assertThat(phase()).isEqualTo(Phase.ACCEPTED);
        mined(OTHER);

        assertThat(phase()).isEqualTo(Phase.CONFIRMED);
    }

    @Test
    void noticesAtAReminderThatItsBlockIsGone() {
        accept();
        mined(ROOT);
        rootOfChain = Optional.of(OTHER);
        tip = OptionalLong.of(200);
        effects.polls.clear();
        remind();

        assertThat(phase()).isEqualTo(Phase.ACCEPTED);
        assertThat(tracked().blockHeight()).isZero();
        assertThat(tracked().blockRoot()).isEmpty();
        assertThat(effects.polls).as("asks at once").containsExactly(0);
    }

    @Test
    void staysConfirmedByABlockThatTheNewBranchHasToo() {
        accept();
        mined(ROOT);
        rootOfChain = Optional.of(ROOT);
        tracker().reorganise(TXID, 99, now);
        assertThat(phase()).isEqualTo(Phase.CONFIRMED);
        rootOfChain = Optional.of(OTHER);
        tracker().reorganise(TXID, 99, now);

        assertThat(phase()).isEqualTo(Phase.ACCEPTED);
    }
}
