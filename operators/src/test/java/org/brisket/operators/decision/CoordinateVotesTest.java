package org.brisket.operators.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.brisket.operators.ExampleRecords;
import org.brisket.operators.Harnesses;
import org.brisket.operators.output.OutputTopics;
import org.brisket.protocol.beef.BeefExamples;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.submission.KafkaRecord;
import org.brisket.protocol.submission.OutboundRecord;
import org.brisket.protocol.submission.RecordPosition;
import org.brisket.state.ExampleTickets;
import org.brisket.state.ExampleVerdicts;
import org.brisket.state.coordination.Decision;
import org.brisket.state.ledger.LedgerMessage;
import org.brisket.state.ledger.LedgerVerdict;
import org.brisket.state.query.StoreCommand;
import org.brisket.state.query.TransactionQuery;
import org.brisket.state.submission.OutboundRecordCodec;
import org.brisket.state.submission.SubmissionPayload;
import org.brisket.state.submission.SubmissionTicket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CoordinateVotesTest {
    private static final Txid TXID = new Txid(1, 2, 3, 4);
    private static final Txid OTHER = new Txid(5, 6, 7, 8);

    private static final OutputTopics TOPICS =
            new OutputTopics("", "", "", "", "decisions", "answers", "");

    private KeyedTwoInputStreamOperatorTestHarness<
                    Txid, LedgerMessage, TransactionQuery, OutboundRecord>
            harness;

    private static KeyedTwoInputStreamOperatorTestHarness<
                    Txid, LedgerMessage, TransactionQuery, OutboundRecord>
            harness(Lineage lineage) throws Exception {
        return Harnesses.byTxid(
                new CoordinateVotes(TOPICS, lineage),
                LedgerMessage::txid,
                TransactionQuery::txid,
                new OutboundRecordCodec().typeInfo());
    }

    private static LedgerMessage first(SubmissionTicket ticket, LedgerVerdict verdict) {
        return new LedgerMessage.Vote(
                ticket,
                verdict,
                List.of(),
                new byte[] {7},
                Optional.of(new SubmissionPayload(List.of(), source(ticket))));
    }

    private static KafkaRecord source(SubmissionTicket ticket) {
        RecordPosition position = ticket.position();
        return new KafkaRecord(
                position.topic(),
                position.partition(),
                position.offset(),
                0,
                new byte[0],
                ExampleRecords.beef(),
                List.of());
    }

    private List<Txid> brought() {
        return Harnesses.sideOutput(harness, CoordinateVotes.TO_STORE).stream()
                .map(StoreCommand::txid)
                .toList();
    }

    private static Txid txid(String hex) throws MalformedException {
        return Txid.fromDisplayHex(hex);
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

    private void vote(LedgerMessage message) throws Exception {
        harness.processElement1(message, 0);
    }

    @Test
    void writesDecisionsUnderTheTxid() throws Exception {
        vote(first(ExampleTickets.alone(TXID, 1), ExampleVerdicts.yes("a")));
        vote(new LedgerMessage.Objection(OTHER, TXID));

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
        vote(new LedgerMessage.Objection(OTHER, TXID));
        harness.snapshot(7, 0);
        vote(new LedgerMessage.Objection(TXID, OTHER));

        assertThat(harness.extractOutputValues())
                .extracting(record -> record.headers().get(0).text())
                .containsExactly("- a@0 1", "- a@0 8");
    }

    @Test
    void keepsBallotsOfTwoTransactionsApart() throws Exception {
        vote(first(ExampleTickets.together(TXID, 1, 2), ExampleVerdicts.yes("a")));
        vote(later(ExampleTickets.together(OTHER, 1, 2), ExampleVerdicts.yes("b")));

        assertThat(harness.extractOutputValues()).isEmpty();
    }

    @Test
    void sendsWhatACommittedSubmissionBringsToTheStore() throws Exception {
        harness.processElement1(first(ExampleTickets.alone(TXID, 1), ExampleVerdicts.yes("a")), 0);

        assertThat(brought())
                .containsExactlyInAnyOrder(
                        txid(BeefExamples.BRC_62_SUBJECT), txid(BeefExamples.BRC_62_PARENT));
    }

    @Test
    void sendsWhatARepetitionBringsBecauseItMayBeMinedByNow() throws Exception {
        harness.processElement1(
                first(ExampleTickets.alone(TXID, 1), ExampleVerdicts.repeated("a")), 0);

        assertThat(brought()).hasSize(2);
    }

    @Test
    void storesNothingOfARefusedSubmission() throws Exception {
        harness.processElement1(first(ExampleTickets.alone(TXID, 1), ExampleVerdicts.no("a")), 0);

        assertThat(brought()).isEmpty();
    }

    @Test
    void goesOnCountingAfterARestart() throws Exception {
        SubmissionTicket ticket = ExampleTickets.together(TXID, 1, 2);
        vote(first(ticket, ExampleVerdicts.yes("a")));
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();
        harness = harness(Lineage.going());
        harness.initializeState(snapshot);
        harness.open();
        vote(later(ticket, ExampleVerdicts.no("b")));

        Decision.Abort abort = (Decision.Abort) decision(harness.extractOutputValues().get(0));
        assertThat(abort.verdicts()).hasSize(2);
        assertThat(abort.source().position()).isEqualTo(ticket.position());
    }

    /** The answers to a question about each of two transactions, of which one is undecided. */
    private List<String> answers() throws Exception {
        harness.processElement2(TransactionQuery.about("q", TXID), 0);
        harness.processElement2(TransactionQuery.about("q", OTHER), 0);
        return harness.extractOutputValues().stream()
                .filter(record -> record.topic().equals("answers"))
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void saysWhoVotedAndWhoIsAwaited() throws Exception {
        SubmissionTicket ticket = ExampleTickets.together(TXID, 1, 3);
        List<String> ledgers = List.of("TOPIC:tm_c", "TOPIC:tm_a", "TOPIC:tm_b");
        vote(
                new LedgerMessage.Vote(
                        ticket,
                        ExampleVerdicts.no("a"),
                        List.of(),
                        new byte[0],
                        Optional.empty(),
                        ledgers));

        List<String> answers = answers();
        assertThat(answers.get(0))
                .contains("\"TOPIC:tm_a\":{\"vote\":\"no\",\"reason\":\"COIN_ALREADY_SPENT\"")
                .contains("\"awaited\":[\"TOPIC:tm_b\",\"TOPIC:tm_c\"]");
        assertThat(answers.get(1)).endsWith("\"open\":0,\"submissions\":[]}");
    }

    @Test
    void knowsNothingOfWhatIsDecided() throws Exception {
        SubmissionTicket ticket = ExampleTickets.together(TXID, 1, 2);
        vote(first(ticket, ExampleVerdicts.yes("a")));
        vote(later(ticket, ExampleVerdicts.yes("b")));

        assertThat(answers().get(0)).contains("\"open\":0");
    }
}
