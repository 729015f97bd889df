package org.brisket.job.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.brisket.job.audit.AuditRecord;
import org.brisket.job.audit.Check;
import org.brisket.job.audit.Finding;
import org.brisket.operators.output.OutputRecords;
import org.brisket.operators.output.OutputTopics;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.beef.BeefExamples;
import org.brisket.protocol.beef.BeefLimits;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.protocol.verdict.RejectionReason;
import org.brisket.state.ledger.Instructions;
import org.brisket.state.ledger.LedgerPosition;
import org.brisket.state.ledger.LedgerVerdict;
import org.brisket.state.ledger.LiveDigest;
import org.brisket.state.store.BroughtTransaction;
import org.brisket.state.tracking.Phase;
import org.brisket.state.tracking.TrackedTransaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading back what the job writes, and what it would never write. */
class LogRecordsTest {
    private static final OutputRecords OUTPUT =
            new OutputRecords(
                    new OutputTopics(
                            "results",
                            "admissions",
                            "rollbacks",
                            "rejections",
                            "decisions",
                            "answers",
                            "transactions"));
    private static final Txid TXID = new Txid(1, 2, 3, 4);
    private static final LedgerVerdict SPENDING =
            verdict(
                    "TOPIC:tm_a",
                    List.of(new Outpoint(new Txid(5, 6, 7, 8), 0xFFFFFFFEL)),
                    new LedgerPosition(7, new LiveDigest(1, -2, 3, Long.MIN_VALUE)));
    private static final LedgerVerdict UNCOUNTED =
            verdict("BASKET:m/b:1", List.of(), LedgerPosition.START);

    private final LogRecords records = new LogRecords();

    private static LedgerVerdict verdict(
            String ledger, List<Outpoint> spent, LedgerPosition position) {
        return new LedgerVerdict(
                ledger,
                new Instructions(List.of(0, 2), List.of(), List.of(3)),
                spent,
                false,
                position,
                Optional.empty());
    }

    private static TrackedTransaction tracked(Phase phase, boolean published) {
        return new TrackedTransaction(
                phase,
                List.of(SPENDING, UNCOUNTED),
                List.of(),
                0,
                0,
                published,
                Optional.of(new Rejection(RejectionReason.REFUSED_BY_NETWORK, "no")),
                0);
    }

    private AuditRecord read(LogTopic topic, String value) {
        return records.read(topic, "here", value.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    @Test
    void readsTheAdmissionsThatTheJobWrites() {
        TrackedTransaction tracked = tracked(Phase.ACCEPTED, false);
        byte[] value = OUTPUT.admission(TXID, tracked.ledgers(), tracked).value();

        assertThat(records.read(LogTopic.ADMISSIONS, "here", value))
                .contains(new AuditRecord.Admitted(TXID, "here", List.of(SPENDING, UNCOUNTED)));
    }

    @Test
    void passesOverTheProofsThatTheJobWrites() throws Exception {
        Beef beef = Beef.parse(Hex.decode(BeefExamples.BRC_62), BeefLimits.DEFAULT);
        BroughtTransaction mined = BroughtTransaction.allOf(beef.graph()).get(1);
        byte[] value = OUTPUT.proof(mined.txid(), mined.proof().orElseThrow()).value();

        assertThat(records.read(LogTopic.ADMISSIONS, "here", value)).isEmpty();
        assertThat(records.read(LogTopic.ROLLBACKS, "here", value)).isPresent();
    }

    @Test
    void readsTheRollbacksThatTheJobWrites() {
        byte[] value = OUTPUT.rollback(TXID, tracked(Phase.ROLLED_BACK, true)).value();

        AuditRecord.RolledBack read =
                (AuditRecord.RolledBack)
                        records.read(LogTopic.ROLLBACKS, "here", value).orElseThrow();
        assertThat(read.txid()).isEqualTo(TXID);
        assertThat(read.admissionPublished()).isTrue();
        assertThat(read.verdicts())
                .containsExactly(
                        verdict(
                                "TOPIC:tm_a",
                                SPENDING.spentCoins(),
                                new LedgerPosition(7, LiveDigest.EMPTY)),
                        UNCOUNTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"txid\":1}",
                "{\"txid\":\"00\",\"ledgers\":{}}",
                "{\"txid\":\"TXID\"}",
                "{\"txid\":\"TXID\",\"ledgers\":[]}",
                "{\"txid\":\"TXID\",\"ledgers\":{\"TOPIC:tm_a\":{}}}",
                "{\"txid\":\"TXID\",\"ledgers\":{\"TOPIC:tm_a\":{\"outputsToAdmit\":[-1],\"coinsToRetain\":[],\"coinsRemoved\":[]}}}",
                "{\"txid\":\"TXID\",\"ledgers\":{\"TOPIC:tm_a\":{\"outputsToAdmit\":[],\"coinsToRetain\":[],\"coinsRemoved\":[],\"sequence\":0}}}",
                "{\"txid\":\"TXID\",\"ledgers\":{\"TOPIC:tm_a\":{\"outputsToAdmit\":[],\"coinsToRetain\":[],\"coinsRemoved\":[],\"sequence\":1,\"digest\":\"00\"}}}",
                "{\"txid\":\"TXID\",\"ledgers\":{\"TOPIC:tm_a\":{\"outputsToAdmit\":[],\"coinsToRetain\":[],\"coinsRemoved\":[],\"spentCoins\":[\"x\"]}}}"
            })
    void findsWhatCannotBeRead(String value) {
        AuditRecord read = read(LogTopic.ADMISSIONS, value.replace("TXID", TXID.toString()));

        assertThat(read).isInstanceOf(Finding.class);
        Finding finding = (Finding) read;
        assertThat(finding.check()).isEqualTo(Check.UNREADABLE_RECORD);
        assertThat(finding.subject()).isEqualTo("here");
        assertThat(finding.found()).isNotBlank().doesNotContain("\n");
    }

    @Test
    void asksARollbackWhetherItsAdmissionWasPublished() {
        String value = "{\"txid\":\"%s\",\"ledgers\":{}}".formatted(TXID);

        assertThat(read(LogTopic.ADMISSIONS, value)).isInstanceOf(AuditRecord.Admitted.class);
        assertThat(read(LogTopic.ROLLBACKS, value)).isInstanceOf(Finding.class);
    }

    @Test
    void readsAFileLineByLineAndSaysWhereEachLies(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("log.jsonl"), "one\n\ntwo");
        List<String> lines = new ArrayList<>();

        new LogFilePart(LogTopic.ADMISSIONS, file.toString())
                .read(
                        (origin, value) ->
                                lines.add(
                                        origin + " " + new String(value, StandardCharsets.UTF_8)));

        assertThat(lines).containsExactly("log.jsonl:1 one", "log.jsonl:3 two");
    }
}
