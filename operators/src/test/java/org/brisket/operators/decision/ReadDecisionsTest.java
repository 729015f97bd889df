package org.brisket.operators.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.runtime.state.OperatorStateHandle;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.brisket.operators.Harnesses;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.submission.Header;
import org.brisket.protocol.submission.KafkaRecord;
import org.brisket.protocol.submission.OutboundRecord;
import org.brisket.state.ExampleTickets;
import org.brisket.state.ExampleVerdicts;
import org.brisket.state.coordination.Decision;
import org.brisket.state.coordination.DecisionCodec;
import org.brisket.state.ledger.LedgerVerdict;
import org.brisket.state.submission.SubmissionTicket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadDecisionsTest {
    private static final Txid TXID = new Txid(1, 2, 3, 4);
    private static final Txid OTHER = new Txid(0, 0, 0, 1);
    private static final SubmissionTicket TICKET = ExampleTickets.alone(TXID, 1);
    private static final List<LedgerVerdict> VERDICTS = List.of(ExampleVerdicts.yes("a"));

    private OneInputStreamOperatorTestHarness<KafkaRecord, Decision> harness;

    private static OneInputStreamOperatorTestHarness<KafkaRecord, Decision> harness(Lineage lineage)
            throws Exception {
        return Harnesses.unopened(new ReadDecisions(lineage), new DecisionCodec().typeInfo());
    }

    @BeforeEach
    void open() throws Exception {
        harness = harness(Lineage.going());
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    private void read(Decision decision) throws Exception {
        read(decision, List.of());
    }

    private void read(Decision decision, List<Header> written) throws Exception {
        OutboundRecord record = DecisionRecords.write(decision, "decisions", written);
        harness.processElement(
                new KafkaRecord(
                        "decisions", 0, 9, 0, record.key(), record.value(), record.headers()),
                0);
    }

    private List<Decision> toBroadcast() {
        return Harnesses.sideOutput(harness, ReadDecisions.TO_BROADCAST);
    }

    @Test
    void sendsCommitsToTrackingAndToTheBroadcast() throws Exception {
        byte[] transaction = {1, 2};
        Decision commit = new Decision.Commit(TICKET, VERDICTS, List.of(), List.of(transaction));
        read(commit);

        assertThat(harness.extractOutputValues())
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(commit);
        assertThat(toBroadcast())
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(commit);
    }

    @Test
    void sendsQuestionsOnlyWhereTheyAreAsked() throws Exception {
        Decision question = new Decision.Poll(TXID, List.of());
        Decision again = new Decision.Poll(TXID, List.of(new byte[] {1, 2}));
        read(question);
        read(again);

        assertThat(harness.extractOutputValues()).isEmpty();
        assertThat(Harnesses.sideOutput(harness, ReadDecisions.TO_ASK)).containsExactly(question);
        assertThat(toBroadcast())
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(again);
    }

    @Test
    void doesNotBroadcastACommitWithoutTransactions() throws Exception {
        read(new Decision.Commit(TICKET, VERDICTS, List.of(), List.of()));

        assertThat(harness.extractOutputValues()).hasSize(1);
        assertThat(toBroadcast()).isEmpty();
    }

    @Test
    void sendsEverythingElseToTrackingAlone() throws Exception {
        Decision.Abort abort =
                new Decision.Abort(
                        TICKET, VERDICTS, List.of(), Optional.of(TXID), ExampleTickets.source(1));
        Decision.Repeat repeat = new Decision.Repeat(TICKET, VERDICTS);
        Decision.Rollback rollback = new Decision.Rollback(TXID, new Txid(0, 0, 0, 1));
        read(abort);
        read(repeat);
        read(rollback);

        assertThat(harness.extractOutputValues())
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(abort, repeat, rollback);
        assertThat(toBroadcast()).isEmpty();
    }

    private static List<Header> written(String timeline, String run, long checkpoint) {
        return List.of(Header.of("brisket-written", timeline + ' ' + run + ' ' + checkpoint));
    }

    /** Goes on from a checkpoint that holds nothing yet. */
    private void restore(long checkpoint, Lineage lineage) throws Exception {
        OperatorSubtaskState snapshot = harness.snapshot(checkpoint, 0);
        harness.close();
        harness = harness(lineage);
        harness.setRestoredCheckpointId(checkpoint);
        harness.initializeState(snapshot);
        harness.open();
    }

    @Test
    void goesOnWithWhatItsStateAndItselfDecided() throws Exception {
        restore(20, new Lineage("b", ""));
        read(new Decision.Rollback(TXID, OTHER), written("-", "a@0", 20));
        read(new Decision.Rollback(TXID, OTHER), written("-", "b@20", 21));

        assertThat(harness.extractOutputValues()).hasSize(2);
    }

    @Test
    void refusesToGoOnFromAStateThatIsOlderThanItsDecisions() throws Exception {
        restore(20, new Lineage("b", ""));

        assertThatThrownBy(() -> read(new Decision.Rollback(TXID, OTHER), written("-", "a@0", 21)))
                .isInstanceOf(SuppressRestartsException.class)
                .rootCause()
                .hasMessageContaining("the state of checkpoint 20 was restored")
                .hasMessageContaining("decisions-0-9")
                .hasMessageContaining("--rewind");
    }

    /** Also after the next restart, and the option may stay. */
    @Test
    void passesOverWhatWasGivenUp() throws Exception {
        byte[] transaction = {1, 2};
        restore(20, new Lineage("b", "again"));
        restore(25, new Lineage("c", "again"));
        read(
                new Decision.Commit(TICKET, VERDICTS, List.of(), List.of(transaction)),
                written("-", "a@0", 21));
        read(new Decision.Rollback(TXID, OTHER), written("again", "b@20", 25));

        assertThat(harness.extractOutputValues())
                .containsExactly(new Decision.Rollback(TXID, OTHER));
        assertThat(toBroadcast()).isEmpty();
    }

    /** Every subtask has to know, however many there were. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void passesItOverOnMoreSubtasksToo(int subtask) throws Exception {
        restore(20, new Lineage("b", "again"));
        OperatorSubtaskState one = harness.snapshot(25, 0);
        harness.close();
        harness = harness(new Lineage("c", ""));
        harness.setRestoredCheckpointId(25);
        harness.initializeState(
                AbstractStreamOperatorTestHarness.repartitionOperatorState(
                        one, 720, 1, 3, subtask));
        harness.open();
        read(new Decision.Rollback(TXID, OTHER), written("-", "a@0", 21));

        assertThat(harness.extractOutputValues()).isEmpty();
    }

    /** Flink fails a savepoint with union list state of which a subtask has ended. */
    @Test
    void keepsNothingThatASavepointOfAnEndedSubtaskCannotHold() throws Exception {
        OperatorSubtaskState snapshot = harness.snapshot(1, 0);

        assertThat(snapshot.getManagedOperatorState())
                .isNotEmpty()
                .flatExtracting(handle -> handle.getStateNameToPartitionOffsets().values())
                .extracting(OperatorStateHandle.StateMetaInfo::getDistributionMode)
                .isNotEmpty()
                .doesNotContain(OperatorStateHandle.Mode.UNION);
    }

    @Test
    void stopsAtARecordThatIsNoDecision() {
        KafkaRecord foreign =
                new KafkaRecord("decisions", 2, 9, 0, new byte[0], new byte[] {9}, List.of());

        assertThatThrownBy(() -> harness.processElement(foreign, 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("decisions-2-9");
    }
}
