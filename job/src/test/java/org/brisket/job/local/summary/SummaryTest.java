package org.brisket.job.local.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.brisket.job.local.summary.NetworkTruth.Fate;
import org.brisket.job.local.traffic.Answers;
import org.brisket.job.local.traffic.DeadLetter;
import org.brisket.job.local.traffic.Expectation;
import org.brisket.job.local.traffic.ObservedResult;
import org.brisket.job.local.traffic.Records;
import org.brisket.job.local.traffic.SentSubmission;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.verdict.RejectionReason;
import org.brisket.simulator.http.CallbackCounts;
import org.brisket.simulator.network.ArcStatus;
import org.brisket.simulator.network.TransactionState;
import org.brisket.simulator.scenario.ScenarioProgress;
import org.brisket.simulator.scenario.ScenarioProgress.StepRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each check passes for a run as it must be, and fails for the one thing that it is there for. */
final class SummaryTest {
    private static final Txid FIRST = new Txid(0, 0, 0, 1);
    private static final Txid STRANGER = new Txid(0, 0, 0, 2);
    private static final ByteSlice AS_SENT = ByteSlice.of(new byte[] {1});
    private static final ByteSlice CHANGED = ByteSlice.of(new byte[] {2});
    private static final String STEAK = "{\"tm_any\":{}}";
    private static final Expectation BAD =
            new Expectation(false, Set.of(RejectionReason.INVALID_SCRIPT));

    private final Answers answers = new Answers();
    private final Records records = new Records();
    private final NetworkEffects effects = new NetworkEffects();
    private final KnownTruth truth = new KnownTruth();
    private Optional<ScenarioEvidence> scenario = Optional.empty();

    /** One admitted transaction, submitted twice, and one bad submission. */
    @BeforeEach
    void runAsItMustBe() {
        send("good", Expectation.ADMITTED, Optional.of(FIRST));
        send("again", Expectation.ADMITTED, Optional.of(FIRST));
        send("bad", BAD, Optional.empty());
        admit("good", STEAK);
        reject("bad", "INVALID_SCRIPT");
        records.deadLetter("bad", new DeadLetter("INVALID_SCRIPT", AS_SENT));
        records.committed(List.of(FIRST));
        records.admitted(FIRST.toString(), List.of("TOPIC/tm_any"));
        happens(ArcStatus.SEEN_ON_NETWORK);
        happens(ArcStatus.MINED);
        truth.set(FIRST, Fate.MINED, KnownTruth.Had.ACCEPTED, KnownTruth.Had.TAKEN);
    }

    @Test
    void isOkWhenAllIsAsItMustBe() {
        admit("again", STEAK);

        Summary summary = summary(Set.of(FIRST), 0, true);

        assertThat(summary.checks()).allMatch(Check::ok);
        assertThat(summary.isOk()).isTrue();
        assertThat(printed(summary))
                .contains(
                        "ok      G1           one result each: 3 submitted, 3 answered, 0 missing")
                .contains(
                        "verdicts as expected: 2 admitted, 1 rejected, 0 rolled back, 0 unexpected")
                .contains(
                        "G3           decided before it was sent: 1 transactions on the network, 0")
                .contains("G7           repeats change nothing: 1 repeats, 0 different")
                .contains("G8           dead letters byte for byte: 1 refused, 0 wrong")
                .contains("job restarts: 0")
                .contains("1 transactions, 1 agree, 0 open, 0 differ in known ways, 0 wrong")
                .contains("All figures are as they must be.");
    }

    @Test
    void failsWhenResultIsMissing() {
        Summary summary = summary(Set.of(), 0, true);

        assertOnlyFailure(summary, "1 missing, 0 doubled (again has none)");
        assertThat(printed(summary)).contains("FAILED  G1").contains("Some figures are off.");
    }

    @Test
    void leavesOpenWhatWasStoppedEarly() {
        Summary summary = summary(Set.of(), 0, false);

        assertThat(summary.isOk()).isTrue();
        assertThat(printed(summary)).contains("1 open when it was stopped");
    }

    @Test
    void failsWhenResultIsDoubled() {
        admit("again", STEAK);
        admit("again", STEAK);

        assertOnlyFailure(summary(Set.of(), 0, true), "1 doubled (again has several)");
        assertOnlyFailure(summary(Set.of(), 0, false), "1 doubled (again has several)");
    }

    @Test
    void failsWhenVerdictIsNotTheExpectedOne() {
        admit("again", STEAK);
        send("worse", BAD, Optional.empty());
        admit("worse", STEAK);

        assertOnlyFailure(
                summary(Set.of(), 0, true),
                "1 unexpected (worse valid is admitted, expected rejected for INVALID_SCRIPT)");
    }

    @Test
    void failsWhenSomethingWasSentThatNoDecisionHolds() {
        admit("again", STEAK);

        assertOnlyFailure(
                summary(Set.of(FIRST, STRANGER), 0, true),
                "2 transactions on the network, 1 without a COMMIT (" + STRANGER + ")");
    }

    @Test
    void failsWhenRepeatGetsAnotherAnswer() {
        admit("again", "{\"tm_any\":{\"outputsToAdmit\":[7]}}");

        assertOnlyFailure(
                summary(Set.of(), 0, true), "again got another answer than its transaction before");
    }

    @Test
    void failsWhenTransactionIsAdmittedTwiceInOneLedger() {
        admit("again", STEAK);
        records.admitted(FIRST.toString(), List.of("TOPIC/tm_hello"));
        assertThat(summary(Set.of(), 0, true).isOk()).isTrue();

        records.admitted(FIRST.toString(), List.of("TOPIC/tm_any"));

        assertOnlyFailure(
                summary(Set.of(), 0, true), FIRST + " in TOPIC/tm_any was admitted twice");
    }

    @Test
    void failsWhenTransactionTakesEffectTwiceOnTheNetwork() {
        admit("again", STEAK);
        happens(ArcStatus.SEEN_ON_NETWORK);

        assertOnlyFailure(summary(Set.of(), 0, true), FIRST + " was SEEN_ON_NETWORK again");
    }

    @Test
    void failsWhenDeadLetterIsMissingDoubledChangedOrOfAnotherReason() {
        admit("again", STEAK);
        for (String id : List.of("none", "two", "changed", "other")) {
            send(id, BAD, Optional.empty());
            reject(id, "INVALID_SCRIPT");
        }
        records.deadLetter("two", new DeadLetter("INVALID_SCRIPT", AS_SENT));
        records.deadLetter("two", new DeadLetter("INVALID_SCRIPT", AS_SENT));
        records.deadLetter("changed", new DeadLetter("INVALID_SCRIPT", CHANGED));
        records.deadLetter("other", new DeadLetter("UNKNOWN_TOPIC", AS_SENT));

        assertOnlyFailure(
                summary(Set.of(), 0, true),
                "5 refused, 4 wrong (none has 0 dead letters, not 1; two has 2 dead letters, not 1;"
                        + " changed came back changed; …)");
    }

    @Test
    void failsWhenAdmittedSubmissionHasDeadLetter() {
        admit("again", STEAK);
        records.deadLetter("good", new DeadLetter("INVALID_SCRIPT", AS_SENT));

        assertOnlyFailure(summary(Set.of(), 0, true), "good has 1 dead letters, not 0");
    }

    @Test
    void failsWhenTheJobRestartedOrNobodyKnows() {
        admit("again", STEAK);

        assertOnlyFailure(summary(Set.of(), 2, true), "job restarts: 2");
        assertOnlyFailure(summary(Set.of(), -1, true), "job restarts: unknown");
        assertThat(summary(Set.of(), -1, false).isOk()).isTrue();
    }

    @Test
    void failsWhenOurWordAndTheNetworksDifferWithoutReason() {
        admit("again", STEAK);
        truth.set(FIRST, Fate.UNKNOWN);

        assertOnlyFailure(summary(Set.of(), 0, true), "1 wrong (" + FIRST + " is UNKNOWN)");
    }

    @Test
    void excusesWhatFellWithItsParentInScenariosOnly() {
        admit("again", STEAK);
        send("fell", Expectation.ADMITTED, Optional.of(STRANGER));
        answers.answered(
                "fell", new ObservedResult("rejected", "PARENT_ROLLED_BACK", "", "", "", 1));
        truth.set(STRANGER, Fate.UNKNOWN);
        assertThat(verdictsAreAsExpected()).isFalse();

        scenario =
                scenario(new ScenarioProgress("test", List.of(), 0, Optional.empty(), false, true));
        assertThat(verdictsAreAsExpected()).isTrue();
    }

    private boolean verdictsAreAsExpected() {
        return summary(Set.of(), 0, true).checks().stream()
                .filter(check -> check.text().startsWith("verdicts as expected"))
                .allMatch(Check::ok);
    }

    @Test
    void excusesRollbacksOfWhatTheNetworkRefusedInScenariosOnly() {
        admit("again", STEAK);
        send("undone", Expectation.ADMITTED, Optional.of(STRANGER));
        answers.answered("undone", new ObservedResult("rolled-back", "", "", "", "", 1));
        records.committed(List.of(STRANGER));
        records.rolledBack(STRANGER.toString(), "INVALID_SCRIPT");
        truth.set(STRANGER, Fate.UNKNOWN, KnownTruth.Had.REFUSED);

        assertOnlyFailure(
                summary(Set.of(), 0, true), "(undone valid is rolled-back, expected admitted)");
        scenario =
                scenario(new ScenarioProgress("test", List.of(), 0, Optional.empty(), false, true));
        assertThat(summary(Set.of(), 0, true).isOk()).isTrue();
        truth.set(STRANGER, Fate.MINED, KnownTruth.Had.ACCEPTED);
        assertThat(summary(Set.of(), 0, true).isOk()).isFalse();
    }

    @Test
    void failsWhenAStepOfTheScenarioDidNotRun() {
        admit("again", STEAK);
        scenario =
                scenario(
                        new ScenarioProgress(
                                "test", List.of(), 1, Optional.of("step"), false, false));

        assertOnlyFailure(summary(Set.of(), 0, true), "test: 0 of 1 steps ran; not step");
        assertThat(summary(Set.of(), 0, false).isOk()).isTrue();
    }

    @Test
    void countsAcceptanceAfterARefusalAsNoDoubleEffect() {
        admit("again", STEAK);
        happens(ArcStatus.REJECTED);
        happens(ArcStatus.SEEN_ON_NETWORK);
        assertThat(summary(Set.of(), 0, true).isOk()).isTrue();
        happens(ArcStatus.MINED);
        assertOnlyFailure(summary(Set.of(), 0, true), FIRST + " was MINED again");
    }

    @Test
    void tellsWhatTheScenarioDid() {
        admit("again", STEAK);
        StepRun step = new StepRun(1, Duration.ofMillis(1_500), "outage of arc1");
        scenario =
                scenario(
                        new ScenarioProgress(
                                "test", List.of(step), 1, Optional.empty(), false, true));

        Summary summary = summary(Set.of(), 0, true);

        assertThat(summary.isOk()).isTrue();
        assertThat(printed(summary))
                .contains("  step 1 at 1.5 s: outage of arc1")
                .contains("  on the network: 1 transactions")
                .contains(
                        "  callbacks: 9 due, of them 1 lost, 2 doubled, 3 late; 4 forged besides");
    }

    private static Optional<ScenarioEvidence> scenario(ScenarioProgress progress) {
        return Optional.of(new ScenarioEvidence(progress, new CallbackCounts(9, 1, 2, 3, 4, 0)));
    }

    private void send(String id, Expectation expected, Optional<Txid> txid) {
        answers.sent(new SentSubmission(id, "VALID", expected, txid, AS_SENT, 0));
    }

    private void admit(String id, String steak) {
        answers.answered(id, new ObservedResult("admitted", "", "", "", steak, 1));
    }

    private void reject(String id, String reason) {
        answers.answered(id, new ObservedResult("rejected", reason, "", "", "", 1));
    }

    private void happens(ArcStatus status) {
        effects.statusChanged(new TransactionState(FIRST, status, Optional.empty(), List.of(), ""));
    }

    private Summary summary(Set<Txid> posted, long restarts, boolean complete) {
        return Summary.of(
                new Summary.Evidence(
                        answers, records, effects, posted, restarts, 1, complete, truth, scenario));
    }

    private static void assertOnlyFailure(Summary summary, String text) {
        assertThat(summary.isOk()).isFalse();
        assertThat(summary.checks())
                .filteredOn(check -> !check.ok())
                .singleElement()
                .satisfies(check -> assertThat(check.text()).contains(text));
    }

    private static String printed(Summary summary) {
        StringWriter out = new StringWriter();
        summary.print(new PrintWriter(out));
        return out.toString();
    }
}
