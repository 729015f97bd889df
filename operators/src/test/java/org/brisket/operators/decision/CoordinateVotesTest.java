package org.brisket.operators.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.brisket.operators.Harnesses;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.submission.KafkaRecord;
import org.brisket.protocol.submission.OutboundRecord;
import org.brisket.state.ExampleTickets;
import org.brisket.state.ExampleVerdicts;
import org.brisket.state.coordination.Decision;
import org.brisket.state.ledger.LedgerMessage;
import org.brisket.state.ledger.LedgerVerdict;
import org.brisket.state.submission.OutboundRecordCodec;
import org.brisket.state.submission.SubmissionTicket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CoordinateVotesTest {
    private static final Txid TXID = new Txid(1, 2, 3, 4);
    private static final Txid OTHER = new Txid(5, 6, 7, 8);

    private KeyedOneInputStreamOperatorTestHarness<Txid, LedgerMessage, OutboundRecord> harness;

    private static KeyedOneInputStreamOperatorTestHarness<Txid, LedgerMessage, OutboundRecord>
            harness(Lineage lineage) throws Exception {
        return Harnesses.keyed(
                new CoordinateVotes("decisions", lineage),
                LedgerMessage::txid,
                new OutboundRecordCodec().typeInfo());
    }

    private static LedgerMessage first(SubmissionTicket ticket, LedgerVerdict verdict) {
        return new LedgerMessage.Vote(
                ticket,
                verdict,
                List.of(),
                new byte[] {7},
                Optional.of(ExampleTickets.payload(ticket)));
    }

    private static LedgerMessage later(SubmissionTicket ticket, LedgerVerdict verdict) {
        return new LedgerMessage.Vote(ticket, verdict, List.of(), new byte[0], Optional.empty());
    }

    /** As the record will be read back. */
    private static Decision decision(OutboundRecord record) {
        assertThat(record.topic()).isEqualTo("decisions");
        return DecisionRecords.read(
                new KafkaRecord("decisions", 0, 0, 0, record.key(), record.value(), List.of()));
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

    @Test
    void writesDecisionsUnderTheTxid() throws Exception {
        harness.processElement(first(ExampleTickets.alone(TXID, 1), ExampleVerdicts.yes("a")), 0);
        harness.processElement(new LedgerMessage.Objection(OTHER, TXID), 0);

        List<OutboundRecord> records = harness.extractOutputValues();
        assertThat(records.get(0).key()).isEqualTo(TXID.toInternal());
        assertThat(((Decision.Commit) decision(records.get(0))).transactions())
                .containsExactly(new byte[] {7});
        assertThat(decision(records.get(1))).isEqualTo(new Decision.Rollback(OTHER, TXID));
    }

    @Test
    void saysBesideEachDecisionWhenItWasWritten() throws Exception {
        harness.close();
        harness = harness(new Lineage("a", ""));
        harness.open();
        harness.processElement(new LedgerMessage.Objection(OTHER, TXID), 0);
        harness.snapshot(7, 0);
        harness.processElement(new LedgerMessage.Objection(TXID, OTHER), 0);

        assertThat(harness.extractOutputValues())
                .extracting(record -> record.headers().get(0).text())
                .containsExactly("- a@0 1", "- a@0 8");
    }

    @Test
    void keepsBallotsOfTwoTransactionsApart() throws Exception {
        harness.processElement(
                first(ExampleTickets.together(TXID, 1, 2), ExampleVerdicts.yes("a")), 0);
        harness.processElement(
                later(ExampleTickets.together(OTHER, 1, 2), ExampleVerdicts.yes("b")), 0);

        assertThat(harness.extractOutputValues()).isEmpty();
    }

    @Test
    void goesOnCountingAfterARestart() throws Exception {
        SubmissionTicket ticket = ExampleTickets.together(TXID, 1, 2);
        harness.processElement(first(ticket, ExampleVerdicts.yes("a")), 0);
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();
        harness = harness(Lineage.going());
        harness.initializeState(snapshot);
        harness.open();
        harness.processElement(later(ticket, ExampleVerdicts.no("b")), 0);

        Decision.Abort abort = (Decision.Abort) decision(harness.extractOutputValues().get(0));
        assertThat(abort.verdicts()).hasSize(2);
        assertThat(abort.source().position()).isEqualTo(ticket.position());
    }
}
