package org.brisket.job.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.job.audit.SampleLedger.ID;
import static org.brisket.job.audit.SampleLedger.coin;
import static org.brisket.job.audit.SampleLedger.txid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.brisket.job.audit.ReplayEntry.Kind;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.protocol.verdict.RejectionReason;
import org.brisket.state.ledger.Application.Status;
import org.brisket.state.ledger.Coin;
import org.brisket.state.ledger.LedgerPosition;
import org.brisket.state.ledger.LedgerVerdict;
import org.brisket.state.tracking.Phase;
import org.brisket.state.tracking.TrackedTransaction;
import org.junit.jupiter.api.Test;

/** What ledgers, tracker, coordinator and log say of one transaction, {@code b}. */
class TransactionAuditTest {
    private static final Optional<Rejection> UNDONE =
            Optional.of(new Rejection(RejectionReason.REFUSED_BY_NETWORK, "no"));

    private final RecordingReport report = new RecordingReport();
    private final List<ReplayEntry> entries = new ArrayList<>();
    private final SampleLedger ledger =
            new SampleLedger()
                    .apply(Status.COMMITTED, 'a', 2)
                    .apply(Status.COMMITTED, 'b', 1, coin('a', 0));
    private final LedgerVerdict verdict = ledger.verdict('b');

    private static AuditRecord.Tracked tracked(
            Phase phase, boolean published, Optional<Rejection> undone, LedgerVerdict... ledgers) {
        return new AuditRecord.Tracked(
                txid('b'),
                new TrackedTransaction(
                        phase, List.of(ledgers), List.of(), 0, 0, published, undone, 0));
    }

    private AuditRecord.Tracked accepted() {
        return tracked(Phase.ACCEPTED, true, Optional.empty(), verdict);
    }

    private AuditRecord.Tracked rolledBack(boolean published) {
        return tracked(Phase.ROLLED_BACK, published, UNDONE, verdict);
    }

    private static AuditRecord.Admitted admitted(LedgerVerdict... verdicts) {
        return new AuditRecord.Admitted(txid('b'), "admissions-0-1", List.of(verdicts));
    }

    private static AuditRecord.RolledBack rollback(boolean published, LedgerVerdict... verdicts) {
        return new AuditRecord.RolledBack(txid('b'), "rollbacks-0-1", published, List.of(verdicts));
    }

    /** The same at another change of the ledger. */
    private LedgerVerdict at(long sequence) {
        return new LedgerVerdict(
                ID,
                verdict.instructions(),
                verdict.spentCoins(),
                false,
                new LedgerPosition(sequence, verdict.position().digest()),
                Optional.empty());
    }

    private List<Check> audit(boolean withLog, AuditRecord.Fact... facts) {
        TransactionAudit audit = new TransactionAudit(txid('b'), withLog, report);
        for (AuditRecord.Fact fact : facts) {
            audit.add(fact);
        }
        audit.finish(entries::add);
        return report.checks();
    }

    private List<Check> auditState(AuditRecord.Fact... facts) {
        return audit(false, facts);
    }

    private List<Check> auditLog(AuditRecord.Fact... facts) {
        return audit(true, facts);
    }

    private List<Kind> kinds() {
        return entries.stream().map(ReplayEntry::kind).toList();
    }

    @Test
    void acceptsWhatStandsEverywhere() {
        assertThat(auditLog(ledger.held('b'), accepted(), admitted(verdict))).isEmpty();
        assertThat(entries)
                .containsExactly(ReplayEntry.of(Kind.STANDING, txid('b'), verdict, true));
        assertThat(report.counted(Counter.COMPARED_ADMISSIONS)).isEqualTo(1);
    }

    @Test
    void acceptsWhatIsAppliedAndNotDecidedYet() {
        assertThat(auditLog(ledger.held('b'))).isEmpty();
        assertThat(report.counted(Counter.UNDER_WAY)).isEqualTo(1);
        assertThat(kinds()).containsExactly(Kind.STANDING);
    }

    @Test
    void findsWhatStandsAndIsNotHeld() {
        assertThat(auditState(accepted())).containsExactly(Check.TRACKED_NOT_HELD);
        assertThat(report.findings.get(0).toString())
                .isEqualTo(
                        "TRACKED_NOT_HELD in TOPIC:tm_a at change 2: %s: expected committed, as it is accepted, found not held"
                                .formatted(txid('b')));
    }

    @Test
    void findsWhatStandsAndIsHeldAsUndecided() {
        ledger.become(Status.PENDING, 'b');

        assertThat(auditState(accepted(), ledger.held('b')))
                .containsExactly(Check.TRACKED_NOT_HELD);
    }

    @Test
    void findsWhatStandsAndIsHeldAsAnotherChange() {
        assertThat(
                        auditState(
                                ledger.held('b'),
                                tracked(Phase.DECIDED, false, Optional.empty(), at(1))))
                .containsExactly(Check.TRACKED_NOT_HELD);
    }

    @Test
    void leavesALedgerTimeToObjectAfterARollback() {
        assertThat(auditState(tracked(Phase.DECIDED, false, UNDONE, verdict))).isEmpty();
    }

    @Test
    void findsWhatWasRolledBackAndIsHeld() {
        assertThat(auditState(ledger.held('b'), rolledBack(true)))
                .containsExactly(Check.ROLLED_BACK_BUT_HELD);
    }

    @Test
    void acceptsWhatWasAppliedAgainAfterARollback() {
        assertThat(auditState(ledger.held('b'), tracked(Phase.ROLLED_BACK, true, UNDONE, at(1))))
                .isEmpty();
    }

    @Test
    void findsAVoteForWhatIsNotHeld() {
        AuditRecord.Voted ballot = new AuditRecord.Voted(txid('b'), false, List.of(verdict));

        assertThat(auditState(ballot)).containsExactly(Check.VOTED_NOT_HELD);
        assertThat(report.counted(Counter.BALLOTS)).isEqualTo(1);
    }

    @Test
    void acceptsAVoteForWhatIsHeldOrObjectedTo() {
        AuditRecord.Voted held = new AuditRecord.Voted(txid('b'), false, List.of(verdict));
        AuditRecord.Voted objected = new AuditRecord.Voted(txid('b'), true, List.of(at(1)));

        assertThat(auditState(ledger.held('b'), held, objected)).isEmpty();
    }

    private AuditRecord.Held losing(Optional<Coin> instead) {
        return new AuditRecord.Held(
                txid('b'),
                ID,
                ledger.application('b'),
                List.of(new LostCoin(coin('a', 0), instead)));
    }

    @Test
    void findsASpentCoinThatIsNotThere() {
        assertThat(auditState(losing(Optional.empty()), accepted()))
                .containsExactly(Check.SPENT_COIN_MISSING);
        assertThat(report.findings.get(0).subject()).isEqualTo(coin('a', 0).toString());
    }

    @Test
    void findsTwoThatSpendOneCoin() {
        Optional<Coin> taken = Optional.of(Coin.unspent(false).spentBy(txid('r')));

        assertThat(auditState(losing(taken), accepted())).containsExactly(Check.DOUBLE_SPEND);
        assertThat(report.findings.get(0).found()).contains(txid('r').toString());
    }

    @Test
    void acceptsLostCoinsOfWhatIsCondemnedOrMined() {
        assertThat(
                        auditState(
                                losing(Optional.empty()),
                                tracked(Phase.CONFIRMED, true, Optional.empty(), verdict)))
                .isEmpty();
        ledger.become(Status.CONDEMNED, 'b');
        assertThat(auditState(losing(Optional.empty()), accepted())).isEmpty();
    }

    @Test
    void findsAnAdmissionThatIsMissing() {
        assertThat(auditLog(ledger.held('b'), accepted())).containsExactly(Check.ADMISSION_MISSING);
        assertThat(report.findings.get(0).sequence()).isEqualTo(2);
    }

    @Test
    void findsAnAdmissionThatIsThereTwice() {
        assertThat(auditLog(ledger.held('b'), accepted(), admitted(verdict), admitted(verdict)))
                .containsExactly(Check.ADMISSION_DOUBLED);
    }

    @Test
    void leavesOutWhatWasPublishedAfterTheSavepoint() {
        assertThat(
                        auditLog(
                                ledger.held('b'),
                                tracked(Phase.DECIDED, false, Optional.empty(), verdict),
                                admitted(verdict),
                                rollback(true, verdict)))
                .isEmpty();
        assertThat(report.counted(Counter.AFTER_SAVEPOINT)).isEqualTo(1);
        assertThat(kinds()).containsExactly(Kind.STANDING);
    }

    @Test
    void findsAnAdmissionThatSaysSomethingElse() {
        LedgerVerdict other =
                new LedgerVerdict(
                        ID,
                        verdict.instructions(),
                        List.of(coin('a', 1)),
                        false,
                        verdict.position(),
                        Optional.empty());

        assertThat(auditLog(ledger.held('b'), accepted(), admitted(other)))
                .containsExactly(Check.ADMISSION_DIFFERS);
        assertThat(report.findings.get(0).expected()).contains(coin('a', 0).toString());
    }

    @Test
    void acceptsWhatWasAdmittedAndRolledBack() {
        assertThat(auditLog(rolledBack(true), admitted(verdict), rollback(true, verdict)))
                .isEmpty();
        assertThat(kinds()).containsExactly(Kind.UNDONE);
    }

    @Test
    void findsARollbackThatIsMissing() {
        assertThat(auditLog(rolledBack(true), admitted(verdict)))
                .containsExactly(Check.ROLLBACK_MISSING);
    }

    @Test
    void findsARollbackThatIsThereTwice() {
        assertThat(auditLog(rolledBack(false), rollback(false, verdict), rollback(false, verdict)))
                .containsExactly(Check.ROLLBACK_DOUBLED);
    }

    @Test
    void findsARollbackOfAnAdmissionThatIsMissing() {
        assertThat(auditLog(rolledBack(true), rollback(true, verdict)))
                .containsExactly(Check.ADMISSION_MISSING);
    }

    @Test
    void findsARollbackThatDeniesAnAdmission() {
        assertThat(auditLog(rolledBack(false), admitted(verdict), rollback(false, verdict)))
                .containsExactly(Check.ROLLBACK_DIFFERS);
    }

    @Test
    void acceptsAnEarlierChangeThatWasRolledBackAndAppliedAgain() {
        assertThat(
                        auditLog(
                                ledger.held('b'),
                                tracked(Phase.ACCEPTED, true, UNDONE, verdict),
                                admitted(at(1)),
                                rollback(true, at(1)),
                                admitted(verdict)))
                .isEmpty();
        assertThat(kinds()).containsExactlyInAnyOrder(Kind.UNDONE, Kind.STANDING);
    }

    @Test
    void findsThatAnEarlierChangeWasNeverRolledBack() {
        assertThat(
                        auditLog(
                                ledger.held('b'),
                                tracked(Phase.ACCEPTED, true, UNDONE, verdict),
                                admitted(at(1)),
                                admitted(verdict)))
                .containsExactly(Check.ROLLBACK_MISSING);
    }

    @Test
    void leavesALaterChangeOut() {
        assertThat(
                        auditLog(
                                tracked(Phase.ROLLED_BACK, false, UNDONE, verdict),
                                rollback(false, verdict),
                                admitted(at(3))))
                .isEmpty();
        assertThat(report.counted(Counter.AFTER_SAVEPOINT)).isEqualTo(1);
    }

    @Test
    void leavesWhatOnlyTheLogKnowsToTheLedger() {
        assertThat(auditLog(admitted(verdict))).isEmpty();
        assertThat(kinds()).containsExactly(Kind.LOGGED_ONLY);
    }
}
