package org.brisket.operators.tracking;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.brisket.operators.Harnesses;
import org.brisket.operators.decision.DecisionRecords;
import org.brisket.operators.output.OutputTopics;
import org.brisket.protocol.broadcast.AnswerKind;
import org.brisket.protocol.broadcast.BroadcastOutcome;
import org.brisket.protocol.broadcast.EndpointAnswer;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.submission.KafkaRecord;
import org.brisket.protocol.submission.OutboundRecord;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.state.ExampleTickets;
import org.brisket.state.ExampleVerdicts;
import org.brisket.state.coordination.Decision;
import org.brisket.state.header.ChainNews;
import org.brisket.state.ledger.LedgerOrder;
import org.brisket.state.query.LedgerCommand;
import org.brisket.state.query.TrackerCommand;
import org.brisket.state.query.TransactionQuery;
import org.brisket.state.submission.OutboundRecordCodec;
import org.brisket.state.tracking.Finality;
import org.brisket.state.tracking.NetworkObservation;
import org.brisket.state.tracking.PollSchedule;
import org.brisket.state.tracking.TrackingSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The step that tracks transactions, about one of them, and what is said to it. */
abstract class TrackTransactionsFixture {
    static final Txid TXID = new Txid(1, 2, 3, 4);
    static final long DEADLINE = 1_000;
    static final Finality FINALITY = new Finality(6, 100);
    static final OutputTopics TOPICS =
            new OutputTopics(
                    "results",
                    "admissions",
                    "rollbacks",
                    "rejections",
                    "decisions",
                    "answers",
                    "transactions");

    static final MerkleRoot ROOT = new MerkleRoot(1, 1, 1, 1);
    static final MerkleRoot OTHER = new MerkleRoot(2, 2, 2, 2);

    KeyedTwoInputStreamOperatorTestHarness<Txid, TrackerCommand, ChainNews, OutboundRecord> harness;
    PollSchedule polls = PollSchedule.NEVER;

    @BeforeEach
    void open() throws Exception {
        harness = harness();
        harness.open();
        harness.setProcessingTime(10);
    }

    KeyedTwoInputStreamOperatorTestHarness<Txid, TrackerCommand, ChainNews, OutboundRecord>
            harness() throws Exception {
        return Harnesses.byTxid(
                new TrackTransactions(TOPICS, new TrackingSettings(DEADLINE, FINALITY, polls)),
                TrackerCommand::txid,
                TrackTransactions.chainStates(),
                new OutboundRecordCodec().typeInfo());
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    void decide(Decision decision) throws Exception {
        harness.processElement1(new TrackerCommand.Decided(decision), 0);
    }

    void mined(long height) throws Exception {
        harness.processElement1(
                new TrackerCommand.Heard(
                        new NetworkObservation.Mined(
                                TXID, height, Optional.of(ROOT), Optional.empty())),
                0);
    }

    void tip(long height, Optional<Long> reorganisedFrom) throws Exception {
        tip(height, reorganisedFrom, List.of());
    }

    void tip(long height, Optional<Long> reorganisedFrom, List<MerkleRoot> roots) throws Exception {
        harness.processElement2(new ChainNews(height, reorganisedFrom, roots), 0);
    }

    void hear(NetworkObservation observation) throws Exception {
        harness.processElement1(new TrackerCommand.Heard(observation), 0);
    }

    final String phase() throws Exception {
        harness.getOutput().clear();
        harness.processElement1(
                new TrackerCommand.Question(TransactionQuery.about("q", new Outpoint(TXID, 0))), 0);
        return field(harness.extractOutputValues().get(0), "phase");
    }

    void commit(long offset) throws Exception {
        decide(
                new Decision.Commit(
                        ExampleTickets.together(TXID, offset, 2),
                        List.of(ExampleVerdicts.yes("a"), ExampleVerdicts.yes("b")),
                        List.of(),
                        List.of()));
    }

    void answer(AnswerKind... kinds) throws Exception {
        List<EndpointAnswer> answers = new ArrayList<>();
        for (AnswerKind kind : kinds) {
            answers.add(new EndpointAnswer("e", kind, kind.name(), 400, "", List.of()));
        }
        harness.processElement1(
                new TrackerCommand.Heard(
                        new NetworkObservation.Answered(new BroadcastOutcome(TXID, answers))),
                0);
    }

    void restart() throws Exception {
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();
        harness = harness();
        harness.initializeState(snapshot);
        harness.open();
    }

    List<String> written() {
        return harness.extractOutputValues().stream()
                .map(r -> r.topic() + " " + field(r, "status") + field(r, "reason"))
                .toList();
    }

    static String field(OutboundRecord record, String name) {
        try {
            return new ObjectMapper().readTree(record.value()).path(name).asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<LedgerOrder.Kind> orders() {
        return Harnesses.sideOutput(harness, TrackTransactions.TO_LEDGERS).stream()
                .map(command -> ((LedgerCommand.Order) command).order().kind())
                .toList();
    }

    List<Decision> questions() {
        return harness.extractOutputValues().stream()
                .filter(record -> record.topic().equals("decisions"))
                .map(
                        record ->
                                DecisionRecords.read(
                                        new KafkaRecord(
                                                "decisions",
                                                0,
                                                0,
                                                0,
                                                record.key(),
                                                record.value(),
                                                List.of())))
                .toList();
    }

    void follow() throws Exception {
        polls = new PollSchedule(100);
        restart();
        decide(
                new Decision.Commit(
                        ExampleTickets.together(TXID, 1, 2),
                        List.of(ExampleVerdicts.yes("a")),
                        List.of(),
                        List.of(new byte[] {7})));
    }
}
