package org.brisket.job.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.job.audit.SampleLedger.ID;
import static org.brisket.job.audit.SampleLedger.coin;
import static org.brisket.job.audit.SampleLedger.digest;
import static org.brisket.job.audit.SampleLedger.txid;

import java.util.List;
import java.util.Optional;
import org.brisket.job.audit.ReplayEntry.Kind;
import org.brisket.state.ledger.Application.Status;
import org.brisket.state.ledger.LedgerPosition;
import org.brisket.state.ledger.LiveDigest;
import org.junit.jupiter.api.Test;

/** Adding up the log, change by change. */
class LedgerReplayTest {
    private final RecordingReport report = new RecordingReport();
    private final LedgerReplay replay = new LedgerReplay(ID, report);
    private final SampleLedger ledger =
            new SampleLedger()
                    .apply(Status.COMMITTED, 'a', 2)
                    .apply(Status.COMMITTED, 'b', 1, coin('a', 0))
                    .apply(Status.COMMITTED, 'c', 1, coin('b', 0));

    private ReplayEntry entry(Kind kind, char letter) {
        return ReplayEntry.of(kind, txid(letter), ledger.verdict(letter), true);
    }

    private static ReplayEntry position(long sequence, LiveDigest digest) {
        return ReplayEntry.position(
                ID, new LedgerPosition(sequence, digest), Optional.of(LiveDigest.EMPTY));
    }

    private ReplayEntry position() {
        LedgerPosition stored = ledger.store.position();
        return position(stored.sequence(), stored.digest());
    }

    private List<Check> replay(ReplayEntry... entries) {
        List.of(entries).forEach(replay::add);
        replay.finish();
        return report.checks();
    }

    @Test
    void addsUpWhatStands() {
        assertThat(
                        replay(
                                position(),
                                entry(Kind.STANDING, 'a'),
                                entry(Kind.STANDING, 'b'),
                                entry(Kind.STANDING, 'c')))
                .isEmpty();
        assertThat(report.counted(Counter.COMPARED_DIGESTS)).isEqualTo(4);
    }

    @Test
    void findsADigestThatMovesOtherwiseThanTheRecordSays() {
        ReplayEntry wrong =
                new ReplayEntry(
                        ID,
                        2,
                        Kind.STANDING,
                        "b",
                        Optional.of(digest(coin('a', 1), coin('b', 0))),
                        Optional.of(digest(coin('b', 0))));

        assertThat(replay(position(), entry(Kind.STANDING, 'a'), wrong, entry(Kind.STANDING, 'c')))
                .containsExactly(Check.LOG_DIGEST, Check.FINAL_DIGEST);
        assertThat(report.findings.get(0).sequence()).isEqualTo(2);
        assertThat(report.findings.get(0).subject()).isEqualTo("b");
    }

    @Test
    void findsThatTheSumIsNotTheDigestOfTheSavepoint() {
        assertThat(
                        replay(
                                position(3, digest(coin('a', 1))),
                                entry(Kind.STANDING, 'a'),
                                entry(Kind.STANDING, 'b'),
                                entry(Kind.STANDING, 'c')))
                .containsExactly(Check.FINAL_DIGEST);
    }

    @Test
    void takesWhatWasUndoneOutOfTheSum() {
        ReplayEntry end = position(4, ledger.application('b').position().digest());

        assertThat(
                        replay(
                                end,
                                entry(Kind.STANDING, 'a'),
                                entry(Kind.STANDING, 'b'),
                                entry(Kind.UNDONE, 'c')))
                .isEmpty();
    }

    @Test
    void comparesAcrossMissingNumbersWithTheSumOfWhatStands() {
        ledger.store.putPosition(new LedgerPosition(9, ledger.store.position().digest()));
        ledger.apply(Status.COMMITTED, 'd', 1);

        assertThat(
                        replay(
                                position(),
                                entry(Kind.STANDING, 'a'),
                                entry(Kind.STANDING, 'b'),
                                entry(Kind.STANDING, 'c'),
                                entry(Kind.STANDING, 'd')))
                .isEmpty();
        assertThat(report.counted(Counter.COMPARED_DIGESTS)).isEqualTo(5);
        assertThat(report.counted(Counter.INCOMPARABLE_DIGESTS)).isZero();
    }

    @Test
    void doesNotJudgeADigestFromWhenSomethingElseWasStillApplied() {
        LiveDigest then = ledger.store.position().digest().plus(digest(coin('u', 0)));
        ReplayEntry after =
                new ReplayEntry(
                        ID,
                        5,
                        Kind.STANDING,
                        "d",
                        Optional.of(then.plus(digest(coin('d', 0)))),
                        Optional.of(digest(coin('d', 0))));
        ReplayEntry end = position(6, ledger.store.position().digest().plus(digest(coin('d', 0))));

        assertThat(
                        replay(
                                end,
                                entry(Kind.STANDING, 'a'),
                                entry(Kind.STANDING, 'b'),
                                entry(Kind.STANDING, 'c'),
                                after))
                .isEmpty();
        assertThat(report.counted(Counter.INCOMPARABLE_DIGESTS)).isEqualTo(1);
    }

    @Test
    void findsAnAdmissionThatOnlyTheLogKnows() {
        ReplayEntry end = position(3, ledger.application('b').position().digest());

        assertThat(
                        replay(
                                end,
                                entry(Kind.STANDING, 'a'),
                                entry(Kind.STANDING, 'b'),
                                entry(Kind.LOGGED_ONLY, 'c')))
                .containsExactly(Check.ADMISSION_NOT_HELD);
        assertThat(report.findings.get(0).subject()).isEqualTo(txid('c').toString());
    }

    @Test
    void leavesOutWhatIsLaterThanTheSavepoint() {
        ReplayEntry end = position(2, ledger.application('b').position().digest());

        assertThat(
                        replay(
                                end,
                                entry(Kind.STANDING, 'a'),
                                entry(Kind.STANDING, 'b'),
                                entry(Kind.LOGGED_ONLY, 'c')))
                .isEmpty();
        assertThat(report.counted(Counter.AFTER_SAVEPOINT)).isEqualTo(1);
    }

    @Test
    void findsOneNumberOfTwoTransactions() {
        ReplayEntry twin =
                new ReplayEntry(ID, 3, Kind.UNDONE, "twin", Optional.empty(), Optional.empty());

        assertThat(
                        replay(
                                position(),
                                entry(Kind.STANDING, 'a'),
                                entry(Kind.STANDING, 'b'),
                                entry(Kind.STANDING, 'c'),
                                twin))
                .containsExactly(Check.SEQUENCE_TWICE);
    }

    @Test
    void doesNotCompareASumOfWhichItDoesNotKnowAll() {
        ReplayEntry old =
                new ReplayEntry(
                        ID,
                        1,
                        Kind.STANDING,
                        "old",
                        Optional.of(ledger.application('a').position().digest()),
                        Optional.empty());

        assertThat(replay(position(), old, entry(Kind.STANDING, 'b'), entry(Kind.STANDING, 'c')))
                .isEmpty();
        // The steps are known, the first digest and the sum are not.
        assertThat(report.counted(Counter.COMPARED_DIGESTS)).isEqualTo(2);
        assertThat(report.counted(Counter.INCOMPARABLE_DIGESTS)).isEqualTo(2);
    }
}
