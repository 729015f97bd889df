package org.brisket.operators.output;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.brisket.operators.ExampleRecords;
import org.brisket.protocol.broadcast.AnswerKind;
import org.brisket.protocol.broadcast.EndpointAnswer;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.submission.OutboundRecord;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.protocol.verdict.RejectionReason;
import org.brisket.state.ExampleTickets;
import org.brisket.state.ExampleVerdicts;
import org.brisket.state.ledger.Instructions;
import org.brisket.state.ledger.LedgerPosition;
import org.brisket.state.ledger.LedgerVerdict;
import org.brisket.state.ledger.LiveDigest;
import org.brisket.state.store.BroughtTransaction;
import org.brisket.state.submission.Refusal;
import org.brisket.state.tracking.LateNews;
import org.brisket.state.tracking.Phase;
import org.brisket.state.tracking.Polling;
import org.brisket.state.tracking.SubmissionResult;
import org.brisket.state.tracking.TrackedTransaction;

/** Records of the public topics, by the name of their golden file. */
final class ExampleOutput {
    static final OutputTopics TOPICS =
            new OutputTopics(
                    "beef-results",
                    "beef-admissions",
                    "beef-rollbacks",
                    "beef-rejections",
                    "decisions",
                    "state-answers",
                    "beef-transactions");
    static final OutputRecords RECORDS = new OutputRecords(TOPICS);
    static final Txid TXID = new Txid(0x0123456789abcdefL, 2, 3, 4);

    private static final List<LedgerVerdict> VERDICTS =
            List.of(ExampleVerdicts.yes("a"), ExampleVerdicts.no("b"));
    private static final List<LedgerVerdict> IN_BASKETS =
            List.of(
                    ExampleVerdicts.yes("a"),
                    inBasket(
                            "btms/p btms:" + TXID + ".0",
                            new Instructions(List.of(0, 2), List.of(1), List.of())),
                    inBasket("inventory/stock", Instructions.NONE));
    private static final List<LedgerVerdict> HELD = List.of(ExampleVerdicts.yes("a"));
    private static final List<LedgerVerdict> SPENDING = List.of(ExampleVerdicts.spending("a"));
    private static final List<EndpointAnswer> ANSWERS =
            List.of(
                    new EndpointAnswer(
                            "arc.example",
                            AnswerKind.ACCEPTED,
                            "SEEN_ON_NETWORK",
                            200,
                            "",
                            List.of()),
                    new EndpointAnswer(
                            "other.example",
                            AnswerKind.UNKNOWN,
                            "",
                            0,
                            "timed \"out\"",
                            List.of()));

    private ExampleOutput() {}

    private static LedgerVerdict inBasket(String basket, Instructions instructions) {
        LedgerPosition position = new LedgerPosition(8, new LiveDigest(4, 3, 2, 1));
        return new LedgerVerdict(
                "BASKET:" + basket, instructions, List.of(), false, position, Optional.empty());
    }

    static Map<String, OutboundRecord> all() {
        Map<String, OutboundRecord> all = new LinkedHashMap<>();
        all.put("result-admitted", RECORDS.result(admitted()));
        all.put("result-confirmed", RECORDS.result(confirmed()));
        all.put("result-of-baskets", RECORDS.result(inBaskets()));
        all.put("result-rejected", RECORDS.result(rejected()));
        all.put("result-refused", RECORDS.result(SubmissionResult.of(refusal())));
        all.put("result-rolled-back", RECORDS.result(rolledBack()));
        all.put(
                "admission",
                RECORDS.admission(TXID, HELD, tracked(Phase.ACCEPTED, 0, Optional.empty())));
        all.put(
                "admission-of-baskets",
                RECORDS.admission(TXID, IN_BASKETS, tracked(Phase.ACCEPTED, 0, Optional.empty())));
        all.put(
                "admission-confirmed",
                RECORDS.admission(TXID, HELD, tracked(Phase.CONFIRMED, 800_000, Optional.empty())));
        all.put(
                "admission-spending",
                RECORDS.admission(TXID, SPENDING, tracked(Phase.ACCEPTED, 0, Optional.empty())));
        all.put(
                "rollback-spending",
                RECORDS.rollback(
                        TXID,
                        new TrackedTransaction(
                                Phase.ROLLED_BACK,
                                SPENDING,
                                ANSWERS,
                                0,
                                0,
                                true,
                                Optional.of(networkSaysNo()),
                                0)));
        all.put("incident", RECORDS.incident(TXID, minedAfterRollback()));
        all.put(
                "rollback",
                RECORDS.rollback(
                        TXID, tracked(Phase.ROLLED_BACK, 0, Optional.of(networkSaysNo()))));
        BroughtTransaction mined = mined();
        all.put("proof", RECORDS.proof(mined.txid(), mined.proof().orElseThrow()));
        ExampleAnswers.putStored(all, mined);
        ExampleAnswers.putAll(
                all, tracked(Phase.ROLLED_BACK, 800_000, Optional.of(networkSaysNo())));
        return all;
    }

    /** The mined parent of the example of BRC-62. */
    static BroughtTransaction mined() {
        try {
            return BroughtTransaction.allOf(ExampleRecords.parsed().graph()).get(1);
        } catch (MalformedException e) {
            throw new IllegalStateException("the example of BRC-62", e);
        }
    }

    static Refusal refusal() {
        Rejection rejection = new Rejection(RejectionReason.MALFORMED_BEEF, "cut \u2026 off");
        return new Refusal("mine", Optional.empty(), rejection, ExampleTickets.source(7));
    }

    private static Rejection networkSaysNo() {
        return new Rejection(RejectionReason.REFUSED_BY_NETWORK, "arc.example: 461");
    }

    private static SubmissionResult admitted() {
        return result(SubmissionResult.Status.ADMITTED, VERDICTS, Optional.empty(), "accepted", 0);
    }

    private static SubmissionResult inBaskets() {
        return result(
                SubmissionResult.Status.ADMITTED, IN_BASKETS, Optional.empty(), "accepted", 0);
    }

    private static SubmissionResult confirmed() {
        return result(
                SubmissionResult.Status.ADMITTED, HELD, Optional.empty(), "confirmed", 800_000);
    }

    private static SubmissionResult rejected() {
        return new SubmissionResult(
                "mine",
                ExampleTickets.at(7),
                Optional.of(TXID),
                SubmissionResult.Status.REJECTED,
                VERDICTS,
                ExampleVerdicts.no("b").rejection(),
                "",
                0,
                List.of());
    }

    private static SubmissionResult rolledBack() {
        return result(
                SubmissionResult.Status.ROLLED_BACK,
                HELD,
                Optional.of(networkSaysNo()),
                "rolled-back",
                0);
    }

    private static SubmissionResult result(
            SubmissionResult.Status status,
            List<LedgerVerdict> verdicts,
            Optional<Rejection> rejection,
            String phase,
            long height) {
        return new SubmissionResult(
                "mine",
                ExampleTickets.at(7),
                Optional.of(TXID),
                status,
                verdicts,
                rejection,
                phase,
                height,
                ANSWERS);
    }

    private static TrackedTransaction tracked(
            Phase phase, long height, Optional<Rejection> undoneFor) {
        return new TrackedTransaction(phase, HELD, ANSWERS, height, 0, true, undoneFor, 0);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static TrackedTransaction minedAfterRollback() {
        return new TrackedTransaction(
                Phase.ROLLED_BACK,
                HELD,
                ANSWERS,
                800_000,
                0,
                true,
                Optional.of(networkSaysNo()),
                0,
                Optional.empty(),
                Polling.NONE,
                LateNews.CONFLICT_ON_CHAIN);
    }
}
