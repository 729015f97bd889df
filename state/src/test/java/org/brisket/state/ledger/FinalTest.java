package org.brisket.state.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.state.ExampleTransactions.funding;
import static org.brisket.state.ExampleTransactions.output;
import static org.brisket.state.ExampleTransactions.spending;

import java.util.List;
import java.util.Optional;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.protocol.verdict.RejectionReason;
import org.brisket.state.submission.SubmissionTicket;
import org.junit.jupiter.api.Test;

/** What a ledger keeps of a transaction that will never be undone. */
class FinalTest {
    private final ExampleLedger ledger = new ExampleLedger();
    private final Transaction parent = funding(1, 2);
    private final Transaction child = spending(2, output(parent, 0));
    private final Transaction grandchild = spending(1, output(child, 0), output(child, 1));

    private void submitAll() {
        ledger.submit(parent);
        ledger.submit(child);
        ledger.submit(grandchild);
        ledger.taken();
    }

    private Application held(Transaction transaction) {
        return ledger.store.application(transaction.txid()).orElseThrow();
    }

    @Test
    void removesTheCoinsThatItSpentAndNothingElse() {
        submitAll();
        LedgerPosition before = ledger.store.position();
        ledger.finish(child);

        assertThat(ledger.store.coins.keySet())
                .containsExactlyInAnyOrder(
                        output(parent, 1),
                        output(child, 0),
                        output(child, 1),
                        output(grandchild, 0));
        assertThat(ledger.store.position()).isEqualTo(before);
        assertThat(held(child).isFinal()).isTrue();
        assertThat(ledger.taken()).isEmpty();
    }

    @Test
    void answersARepeatAsBefore() {
        ledger.submit(parent);
        ledger.submit(child);
        LedgerVerdict first = ledger.verdicts().get(1);
        ledger.finish(child);
        ledger.submit(child);

        LedgerVerdict second = ledger.verdict();
        assertThat(second.instructions()).isEqualTo(first.instructions());
        assertThat(second.position()).isEqualTo(first.position());
        assertThat(second.committedBefore()).isTrue();
    }

    @Test
    void refusesAnotherSpendOfACoinThatWent() {
        submitAll();
        ledger.finish(child);
        ledger.submit(spending(3, output(parent, 0)));

        Rejection refusal = ledger.verdict().rejection().orElseThrow();
        assertThat(refusal.reason()).isEqualTo(RejectionReason.COIN_ALREADY_SPENT);
        assertThat(refusal.detail()).contains(child.txid().toString());
    }

    @Test
    void keepsACoinThatCameBackWithItsMakerAfterAllSpendersOfItWereFinal() {
        submitAll();
        ledger.rollback(parent);
        ledger.submit(parent);
        ledger.finish(child);

        assertThat(ledger.isLive(output(parent, 0))).isTrue();
    }

    @Test
    void cannotBeRolledBackAbortedOrObjectedTo() {
        submitAll();
        ledger.finish(grandchild);
        ledger.rollback(grandchild);
        ledger.rollback(child);

        assertThat(held(grandchild).isFinal()).isTrue();
        assertThat(ledger.isLive(output(grandchild, 0))).isTrue();
        assertThat(ledger.taken()).isEmpty();
    }

    @Test
    void commitsWhatIsStillPending() {
        SubmissionTicket ticket = ledger.submitTogether(parent);
        ledger.finish(parent);
        ledger.abort(ticket);

        assertThat(ledger.store.coin(output(parent, 0))).contains(Coin.unspent(false));
    }

    @Test
    void changesNothingTheSecondTimeOrIfNothingIsHeld() {
        ledger.finish(parent);
        assertThat(ledger.store.applications).isEmpty();
        submitAll();
        ledger.finish(child);
        var coins = List.copyOf(ledger.store.coins.entrySet());
        ledger.finish(child);

        assertThat(List.copyOf(ledger.store.coins.entrySet())).isEqualTo(coins);
    }

    @Test
    void keepsRetainedCoinsWithTheirLinks() {
        ledger.submit(parent);
        ledger.retains = true;
        ledger.submit(child);
        ledger.finish(child);

        assertThat(ledger.store.coin(output(parent, 0)))
                .contains(Coin.unspent(false).spentBy(child.txid()));
        assertThat(held(child).spentCoins()).containsExactly(output(parent, 0));
    }

    @Test
    void releasesHistoryOnlyWithTheLastOutputThatStandsOnIt() {
        ledger.submit(parent);
        ledger.retains = true;
        ledger.submit(child);
        ledger.retains = false;
        Transaction first = spending(1, output(child, 0));
        Transaction second = spending(1, output(child, 1));
        ledger.submit(first);
        ledger.submit(second);
        ledger.finish(child);
        ledger.finish(first);
        assertThat(ledger.store.coins).containsKey(output(parent, 0));

        ledger.finish(second);
        assertThat(ledger.store.coins)
                .containsOnlyKeys(output(parent, 1), output(first, 0), output(second, 0));
        assertThat(held(child).spentCoins()).isEmpty();
    }

    @Test
    void releasesHistoryWhenTheRetainerIsTheLastToBecomeFinal() {
        ledger.submit(parent);
        ledger.retains = true;
        ledger.submit(child);
        ledger.retains = false;
        ledger.submit(grandchild);
        ledger.finish(grandchild);
        assertThat(ledger.store.coins).containsKey(output(parent, 0));

        ledger.finish(child);
        assertThat(ledger.store.coins).containsOnlyKeys(output(parent, 1), output(grandchild, 0));
    }

    @Test
    void releasesALongHistoryWithoutRecursion() {
        Transaction last = funding(2, 1);
        ledger.submit(last);
        ledger.retains = true;
        for (int i = 0; i < 10_000; i++) {
            last = spending(1, output(last, 0));
            ledger.submit(last);
            ledger.finish(last);
        }
        assertThat(ledger.store.coins).hasSize(10_001);
        ledger.retains = false;
        Transaction end = spending(1, output(last, 0));
        ledger.submit(end);
        ledger.finish(end);
        ledger.wakeUpToTheEnd();

        assertThat(ledger.store.coins).containsOnlyKeys(output(end, 0));
    }

    @Test
    void restoresExactlyWhatARetainerSpentIfItIsRolledBack() {
        ledger.submit(parent);
        var coins = List.copyOf(ledger.store.coins.entrySet());
        LiveDigest digest = ledger.store.position().digest();
        ledger.retains = true;
        ledger.submit(child);
        ledger.rollback(child);

        assertThat(List.copyOf(ledger.store.coins.entrySet())).isEqualTo(coins);
        assertThat(ledger.store.position().digest()).isEqualTo(digest);
    }

    @Test
    void tellsRetainedFromRemovedCoinsByTheirInputs() {
        Application application =
                new Application(
                        Application.Status.COMMITTED,
                        List.of(),
                        Optional.empty(),
                        new Instructions(List.of(0), List.of(5), List.of(2, 7)),
                        List.of(output(parent, 0), output(parent, 1), output(child, 0)),
                        LedgerPosition.START);

        assertThat(application.retainedCoins()).containsExactly(output(parent, 1));
    }
}
