package org.brisket.job.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.job.audit.SampleLedger.ID;
import static org.brisket.job.audit.SampleLedger.coin;
import static org.brisket.job.audit.SampleLedger.digest;
import static org.brisket.job.audit.SampleLedger.txid;

import java.util.List;
import java.util.Optional;
import org.brisket.state.ledger.Application;
import org.brisket.state.ledger.Application.Status;
import org.brisket.state.ledger.Coin;
import org.brisket.state.ledger.LedgerPosition;
import org.junit.jupiter.api.Test;

/** Each rule within a ledger, kept and broken. */
class LedgerAuditTest {
    private final RecordingReport report = new RecordingReport();

    /** {@code a} admits two coins, {@code b} spends one, {@code c} is undecided. */
    private final SampleLedger ledger =
            new SampleLedger()
                    .apply(Status.COMMITTED, 'a', 2)
                    .apply(Status.COMMITTED, 'b', 1, coin('a', 0))
                    .apply(Status.PENDING, 'c', 1, coin('b', 0));

    private Finding onlyFinding() {
        ledger.audit(report);
        assertThat(report.findings).hasSize(1);
        return report.findings.get(0);
    }

    @Test
    void findsNothingInALedgerInOrder() {
        List<AuditRecord> out = ledger.audit(report);

        assertThat(report.findings).isEmpty();
        assertThat(report.counted(Counter.LEDGERS)).isEqualTo(1);
        assertThat(report.counted(Counter.COINS)).isEqualTo(4);
        assertThat(report.counted(Counter.LIVE_COINS)).isEqualTo(2);
        assertThat(report.counted(Counter.APPLICATIONS)).isEqualTo(3);
        assertThat(out)
                .containsExactlyInAnyOrder(
                        ledger.held('a'),
                        ledger.held('b'),
                        ledger.held('c'),
                        ReplayEntry.position(ID, ledger.store.position(), Optional.of(digest())));
    }

    @Test
    void findsACoinThatTheDigestDoesNotKnow() {
        ledger.store.putPosition(new LedgerPosition(3, digest(coin('a', 1))));

        Finding finding = onlyFinding();
        assertThat(finding.check()).isEqualTo(Check.STATE_DIGEST);
        assertThat(finding.ledger()).isEqualTo(ID);
        assertThat(finding.expected()).startsWith(digest(coin('a', 1), coin('c', 0)).toString());
        assertThat(finding.found()).isEqualTo(digest(coin('a', 1)).toString());
    }

    @Test
    void doesNotCompareTheDigestOfALedgerThatDidNotCountAll() {
        Application old =
                SampleLedger.application(Status.COMMITTED, 1, List.of(), LedgerPosition.START);
        ledger.store.putApplication(txid('o'), old);
        ledger.store.putCoin(coin('o', 0), Coin.unspent(false));

        List<AuditRecord> out = ledger.audit(report);
        assertThat(report.findings).isEmpty();
        assertThat(out)
                .contains(ReplayEntry.position(ID, ledger.store.position(), Optional.empty()));
    }

    @Test
    void findsACoinWhoseMakerIsNotHeld() {
        ledger.store.putCoin(coin('x', 0), Coin.unspent(false).spentBy(txid('b')));

        ledger.audit(report);
        assertThat(report.checks())
                .containsExactly(Check.COIN_WITHOUT_MAKER, Check.COIN_WITHOUT_SPENDER);
        assertThat(report.findings.get(0).subject()).isEqualTo(coin('x', 0).toString());
    }

    @Test
    void findsACoinThatItsMakerDoesNotAdmit() {
        ledger.store.putCoin(coin('a', 7), Coin.unspent(false).spentBy(txid('y')));

        ledger.audit(report);
        assertThat(report.checks())
                .containsExactly(Check.COIN_WITHOUT_MAKER, Check.COIN_WITHOUT_SPENDER);
    }

    @Test
    void findsASpenderThatDoesNotNameTheCoin() {
        Application without =
                SampleLedger.application(
                        Status.COMMITTED, 1, List.of(), ledger.application('b').position());
        ledger.store.putApplication(txid('b'), without);

        Finding finding = onlyFinding();
        assertThat(finding.check()).isEqualTo(Check.COIN_WITHOUT_SPENDER);
        assertThat(finding.subject()).isEqualTo(coin('a', 0).toString());
        assertThat(finding.expected()).contains(txid('b').toString());
    }

    @Test
    void findsAPendingCoinOfACommittedTransaction() {
        ledger.store.putCoin(coin('a', 1), Coin.unspent(true));

        assertThat(onlyFinding().check()).isEqualTo(Check.PENDING_COIN);
    }

    @Test
    void findsACoinToSpendOfAnUndecidedTransaction() {
        ledger.store.putCoin(coin('c', 0), Coin.unspent(false));

        Finding finding = onlyFinding();
        assertThat(finding.check()).isEqualTo(Check.PENDING_COIN);
        assertThat(finding.expected()).isEqualTo("pending");
    }

    @Test
    void doesNotMindEitherWayOnceATransactionIsCondemned() {
        ledger.become(Status.CONDEMNED, 'c');
        ledger.become(Status.CONDEMNED, 'b');

        ledger.audit(report);
        assertThat(report.findings).isEmpty();
    }

    @Test
    void handsOverWhichSpentCoinsAreNotThere() {
        ledger.store.removeCoin(coin('a', 0));
        ledger.store.putCoin(coin('b', 0), Coin.unspent(false).spentBy(txid('b')));
        List<AuditRecord> out = ledger.audit(report);

        assertThat(out)
                .contains(
                        new AuditRecord.Held(
                                txid('b'),
                                ID,
                                ledger.application('b'),
                                List.of(new LostCoin(coin('a', 0), Optional.empty()))),
                        new AuditRecord.Held(
                                txid('c'),
                                ID,
                                ledger.application('c'),
                                List.of(
                                        new LostCoin(
                                                coin('b', 0), ledger.store.coin(coin('b', 0))))),
                        ReplayEntry.position(
                                ID,
                                ledger.store.position(),
                                Optional.of(digest(coin('a', 0), coin('b', 0)))));
    }

    @Test
    void findsANumberBeyondThoseOfTheLedger() {
        ledger.store.putPosition(new LedgerPosition(2, ledger.store.position().digest()));

        Finding finding = onlyFinding();
        assertThat(finding.check()).isEqualTo(Check.SEQUENCE_BEYOND);
        assertThat(finding.subject()).isEqualTo(txid('c').toString());
    }

    @Test
    void findsProposalsThatWaitBehindWhatIsDecided() {
        ledger.await('c');
        ledger.await('a');
        ledger.await('z');

        ledger.audit(report);
        assertThat(report.checks()).containsOnly(Check.WAITING_BEHIND_NOTHING);
        assertThat(report.findings)
                .extracting(Finding::subject)
                .containsExactlyInAnyOrder(txid('a').toString(), txid('z').toString());
    }
}
