package org.brisket.operators.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.brisket.operators.Harnesses;
import org.brisket.protocol.hash.Txid;
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

class ReadDecisionsTest {
    private static final Txid TXID = new Txid(1, 2, 3, 4);
    private static final SubmissionTicket TICKET = ExampleTickets.alone(TXID, 1);
    private static final List<LedgerVerdict> VERDICTS = List.of(ExampleVerdicts.yes("a"));

    private OneInputStreamOperatorTestHarness<KafkaRecord, Decision> harness;

    @BeforeEach
    void open() throws Exception {
        harness = Harnesses.process(new ReadDecisions(), new DecisionCodec().typeInfo());
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    private void read(Decision decision) throws Exception {
        OutboundRecord record = DecisionRecords.write(decision, "decisions");
        harness.processElement(
                new KafkaRecord("decisions", 0, 9, 0, record.key(), record.value(), List.of()), 0);
    }

    private List<Decision> toBroadcast() {
        return Harnesses.sideOutput(harness, ReadDecisions.TO_BROADCAST);
    }

    @Test
    void sendsCommitsToTrackingWithoutTheTransactionsAndToTheBroadcastWithThem() throws Exception {
        byte[] transaction = {1, 2};
        read(new Decision.Commit(TICKET, VERDICTS, List.of(), List.of(transaction)));

        assertThat(harness.extractOutputValues())
                .containsExactly(new Decision.Commit(TICKET, VERDICTS, List.of(), List.of()));
        assertThat(toBroadcast()).hasSize(1);
        assertThat(((Decision.Commit) toBroadcast().get(0)).transactions())
                .containsExactly(transaction);
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

    @Test
    void stopsAtARecordThatIsNoDecision() {
        KafkaRecord foreign =
                new KafkaRecord("decisions", 2, 9, 0, new byte[0], new byte[] {9}, List.of());

        assertThatThrownBy(() -> harness.processElement(foreign, 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("decisions-2-9");
    }
}
