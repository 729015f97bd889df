package org.brisket.operators.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
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
import org.brisket.state.query.LedgerQuery;
import org.brisket.state.query.TrackerCommand;
import org.brisket.state.query.TransactionQuery;
import org.brisket.state.submission.OutboundRecordCodec;
import org.brisket.state.tracking.Finality;
import org.brisket.state.tracking.NetworkObservation;
import org.brisket.state.tracking.PollSchedule;
import org.brisket.state.tracking.TrackingSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrackTransactionsTest {
    private static final Txid TXID = new Txid(1, 2, 3, 4);
    private static final long DEADLINE = 1_000;
    private static final Finality FINALITY = new Finality(6, 100);
    private static final OutputTopics TOPICS =
            new OutputTopics(
                    "results",
                    "admissions",
                    "rollbacks",
                    "rejections",
                    "decisions",
                    "answers",
                    "transactions");

    private static final MerkleRoot ROOT = new MerkleRoot(1, 1, 1, 1);
    private static final MerkleRoot OTHER = new MerkleRoot(2, 2, 2, 2);

    private KeyedTwoInputStreamOperatorTestHarness<Txid, TrackerCommand, ChainNews, OutboundRecord>
            harness;
    private PollSchedule polls = PollSchedule.NEVER;

    @BeforeEach
    void open() throws Exception {
        harness = harness();
        harness.open();
        harness.setProcessingTime(10);
    }

    private KeyedTwoInputStreamOperatorTestHarness<Txid, TrackerCommand, ChainNews, OutboundRecord>
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

    private void decide(Decision decision) throws Exception {
        harness.processElement1(new TrackerCommand.Decided(decision), 0);
    }

    private void mined(long height) throws Exception {
        harness.processElement1(
                new TrackerCommand.Heard(
                        new NetworkObservation.Mined(
                                TXID, height, Optional.of(ROOT), Optional.empty())),
                0);
    }

    private void tip(long height, Optional<Long> reorganisedFrom) throws Exception {
        tip(height, reorganisedFrom, List.of());
    }

    private void tip(long height, Optional<Long> reorganisedFrom, List<MerkleRoot> roots)
            throws Exception {
        harness.processElement2(new ChainNews(height, reorganisedFrom, roots), 0);
    }

    private void hear(NetworkObservation observation) throws Exception {
        harness.processElement1(new TrackerCommand.Heard(observation), 0);
    }

    private String phase() throws Exception {
        harness.getOutput().clear();
        harness.processElement1(
                new TrackerCommand.Question(TransactionQuery.about("q", new Outpoint(TXID, 0))), 0);
        return field(harness.extractOutputValues().get(0), "phase");
    }

    private void commit(long offset) throws Exception {
        decide(
                new Decision.Commit(
                        ExampleTickets.together(TXID, offset, 2),
                        List.of(ExampleVerdicts.yes("a"), ExampleVerdicts.yes("b")),
                        List.of(),
                        List.of()));
    }

    private void answer(AnswerKind... kinds) throws Exception {
        List<EndpointAnswer> answers = new ArrayList<>();
        for (AnswerKind kind : kinds) {
            answers.add(new EndpointAnswer("e", kind, kind.name(), 400, "", List.of()));
        }
        harness.processElement1(
                new TrackerCommand.Heard(
                        new NetworkObservation.Answered(new BroadcastOutcome(TXID, answers))),
                0);
    }

    private void restart() throws Exception {
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();
        harness = harness();
        harness.initializeState(snapshot);
        harness.open();
    }

    private List<String> written() {
        return harness.extractOutputValues().stream()
                .map(r -> r.topic() + " " + field(r, "status") + field(r, "reason"))
                .toList();
    }

    private static String field(OutboundRecord record, String name) {
        try {
            return new ObjectMapper().readTree(record.value()).path(name).asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<LedgerOrder.Kind> orders() {
        return Harnesses.sideOutput(harness, TrackTransactions.TO_LEDGERS).stream()
                .map(command -> ((LedgerCommand.Order) command).order().kind())
                .toList();
    }

    @Test
    void writesTheAdmissionThenTheResult() throws Exception {
        commit(1);
        answer(AnswerKind.ACCEPTED);

        assertThat(written()).containsExactly("admissions ", "results admitted");
        assertThat(orders()).containsExactly(LedgerOrder.Kind.COMMIT, LedgerOrder.Kind.COMMIT);
    }

    @Test
    void writesARejectionWithItsDeadLetter() throws Exception {
        decide(
                new Decision.Abort(
                        ExampleTickets.together(TXID, 1, 2),
                        List.of(ExampleVerdicts.yes("a"), ExampleVerdicts.no("b")),
                        List.of(),
                        Optional.empty(),
                        ExampleTickets.source(1)));

        List<OutboundRecord> records = harness.extractOutputValues();
        assertThat(records)
                .extracting(OutboundRecord::topic)
                .containsExactly("results", "rejections");
        assertThat(records.get(1).value()).isEqualTo(ExampleTickets.source(1).value());
        assertThat(orders()).containsExactly(LedgerOrder.Kind.ABORT);
    }

    @Test
    void rollsASuspectBackWhenItsTimerFires() throws Exception {
        commit(1);
        answer(AnswerKind.POLICY);
        harness.setProcessingTime(10 + DEADLINE - 1);
        assertThat(written()).isEmpty();
        harness.setProcessingTime(10 + DEADLINE);

        assertThat(written())
                .containsExactly(
                        "rollbacks REFUSED_BY_NETWORK", "results rolled-backREFUSED_BY_NETWORK");
        assertThat(orders()).endsWith(LedgerOrder.Kind.ROLLBACK, LedgerOrder.Kind.ROLLBACK);
    }

    @Test
    void keepsTimersAndWaitingSubmissionsOverARestart() throws Exception {
        commit(1);
        commit(2);
        answer(AnswerKind.POLICY);
        restart();
        harness.setProcessingTime(10 + DEADLINE);

        assertThat(written())
                .containsExactly(
                        "rollbacks REFUSED_BY_NETWORK",
                        "results rolled-backREFUSED_BY_NETWORK",
                        "results rolled-backREFUSED_BY_NETWORK");
    }

    @Test
    void ignoresTheTimerOfASuspectThatWasAccepted() throws Exception {
        commit(1);
        answer(AnswerKind.POLICY);
        answer(AnswerKind.ACCEPTED);
        harness.setProcessingTime(10 + 2 * DEADLINE);

        assertThat(written()).containsExactly("admissions ", "results admitted");
    }

    @Test
    void matchesAnAnswerThatOvertookItsDecisionAfterARestart() throws Exception {
        answer(AnswerKind.ACCEPTED);
        restart();
        commit(1);

        assertThat(written()).containsExactly("admissions ", "results admitted");
    }

    @Test
    void answersARepeatAfterARestart() throws Exception {
        commit(1);
        answer(AnswerKind.ACCEPTED);
        restart();
        decide(
                new Decision.Repeat(
                        ExampleTickets.alone(TXID, 2), List.of(ExampleVerdicts.repeated("a"))));

        assertThat(written()).containsExactly("results admitted");
    }

    @Test
    void answersAQueryAndSendsItOnToTheLedgers() throws Exception {
        commit(1);
        answer(AnswerKind.ACCEPTED);
        restart();
        Outpoint outpoint = new Outpoint(TXID, 0);
        harness.processElement1(
                new TrackerCommand.Question(TransactionQuery.about("q", outpoint)), 0);

        OutboundRecord answer = harness.extractOutputValues().get(0);
        assertThat(answer.topic()).isEqualTo("answers");
        assertThat(field(answer, "phase")).isEqualTo("accepted");
        assertThat(field(answer, "answersToCome")).isEqualTo("2");
        assertThat(Harnesses.sideOutput(harness, TrackTransactions.TO_LEDGERS))
                .containsExactly(
                        new LedgerCommand.Question(
                                new LedgerQuery.OneCoin("q", "TOPIC:tm_a", outpoint)),
                        new LedgerCommand.Question(
                                new LedgerQuery.OneCoin("q", "TOPIC:tm_b", outpoint)));
    }

    @Test
    void finalizesAfterARestartWhenTheBlockIsDeepEnough() throws Exception {
        commit(1);
        tip(100, Optional.empty());
        mined(100);
        restart();
        tip(104, Optional.empty());
        harness.setProcessingTime(1_010);
        assertThat(orders()).doesNotContain(LedgerOrder.Kind.FINALIZE);

        tip(105, Optional.empty());
        assertThat(orders()).as("a block wakes nobody").doesNotContain(LedgerOrder.Kind.FINALIZE);
        harness.setProcessingTime(2_010);

        assertThat(orders()).containsExactly(LedgerOrder.Kind.FINALIZE, LedgerOrder.Kind.FINALIZE);
        assertThat(harness.numProcessingTimeTimers()).isZero();
    }

    @Test
    void knowsTheTipAfterARestart() throws Exception {
        commit(1);
        tip(105, Optional.empty());
        mined(100);
        restart();
        harness.setProcessingTime(1_010);

        assertThat(orders()).containsExactly(LedgerOrder.Kind.FINALIZE, LedgerOrder.Kind.FINALIZE);
    }

    @Test
    void takesAConfirmationBackWithItsBlock() throws Exception {
        commit(1);
        tip(100, Optional.empty());
        mined(100);
        restart();
        tip(101, Optional.of(101L));
        assertThat(phase()).as("its block stands").isEqualTo("confirmed");

        tip(106, Optional.of(100L));
        assertThat(phase()).isEqualTo("accepted");
        harness.setProcessingTime(5_000);
        assertThat(phase()).as("no timer makes it final").isEqualTo("accepted");

        mined(101);
        assertThat(phase()).isEqualTo("confirmed");
        harness.setProcessingTime(7_000);
        assertThat(phase()).isEqualTo("final");
    }

    private List<Decision> questions() {
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

    private void follow() throws Exception {
        polls = new PollSchedule(100);
        restart();
        decide(
                new Decision.Commit(
                        ExampleTickets.together(TXID, 1, 2),
                        List.of(ExampleVerdicts.yes("a")),
                        List.of(),
                        List.of(new byte[] {7})));
    }

    @Test
    void asksWhenItsTimerFiresAfterARestart() throws Exception {
        follow();
        answer(AnswerKind.UNKNOWN);
        restart();
        harness.setProcessingTime(99);
        assertThat(questions()).isEmpty();
        harness.setProcessingTime(100);

        assertThat(questions()).containsExactly(new Decision.Poll(TXID, List.of()));
    }

    @Test
    void postsWhatItKeptOverARestartAgain() throws Exception {
        follow();
        answer(AnswerKind.ACCEPTED);
        restart();
        hear(
                new NetworkObservation.Polled(
                        new BroadcastOutcome(
                                TXID,
                                List.of(
                                        new EndpointAnswer(
                                                "e", AnswerKind.ABSENT, "", 404, "", List.of())))));

        assertThat(questions()).hasSize(1);
        assertThat(((Decision.Poll) questions().get(0)).transactions())
                .containsExactly(new byte[] {7});
    }

    @Test
    void publishesThatABlockHoldsWhatWasRolledBack() throws Exception {
        follow();
        answer(AnswerKind.INVALID, AnswerKind.INVALID);
        harness.getOutput().clear();
        mined(800_000);
        mined(800_000);

        List<OutboundRecord> records = harness.extractOutputValues();
        assertThat(records).extracting(OutboundRecord::topic).containsExactly("rollbacks");
        assertThat(field(records.get(0), "incident")).isEqualTo("CONFLICT_ON_CHAIN");
        assertThat(field(records.get(0), "blockHeight")).isEqualTo("800000");
    }

    @Test
    void asksAtOnceAboutWhatLostItsBlock() throws Exception {
        follow();
        tip(100, Optional.empty(), List.of(ROOT));
        mined(100);
        tip(101, Optional.of(100L), List.of(OTHER, OTHER));

        assertThat(questions()).containsExactly(new Decision.Poll(TXID, List.of()));
        assertThat(phase()).isEqualTo("accepted");
    }

    @Test
    void keepsWhatTheNewBranchHoldsToo() throws Exception {
        follow();
        tip(100, Optional.empty(), List.of(ROOT));
        mined(100);
        restart();
        tip(101, Optional.of(100L), List.of(ROOT, OTHER));

        assertThat(phase()).isEqualTo("confirmed");
    }

    @Test
    void believesNoProofOfABlockThatIsNotInTheChainAfterARestart() throws Exception {
        follow();
        answer(AnswerKind.ACCEPTED);
        tip(101, Optional.empty(), List.of(OTHER, OTHER));
        restart();
        mined(100);

        assertThat(phase()).isEqualTo("accepted");
    }

    @Test
    void remembersTheRootsOfTheNewestBlocksOnly() throws Exception {
        follow();
        answer(AnswerKind.ACCEPTED);
        tip(100, Optional.empty(), List.of(OTHER));
        tip(112, Optional.empty(), Collections.nCopies(12, OTHER));
        mined(100);
        assertThat(phase()).as("twelve blocks deep").isEqualTo("accepted");
        tip(113, Optional.empty(), List.of(OTHER));
        mined(100);

        assertThat(phase()).isEqualTo("confirmed");
    }
}
