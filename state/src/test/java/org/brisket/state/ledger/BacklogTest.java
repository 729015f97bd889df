package org.brisket.state.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.brisket.state.ExampleTransactions.funding;
import static org.brisket.state.ExampleTransactions.output;
import static org.brisket.state.ExampleTransactions.spending;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.state.submission.SubmissionTicket;
import org.junit.jupiter.api.Test;

/** What a ledger puts off because one step does only so much. */
class BacklogTest {
    private final ExampleLedger ledger = new ExampleLedger(new StepBudget(2, 3));
    private final Transaction parent = funding(1, 5);

    private List<Transaction> children() {
        return IntStream.range(0, 5).mapToObj(i -> spending(1, output(parent, i))).toList();
    }

    /** Spends every coin of the parent, and has a larger txid than whoever wants one of them. */
    private Transaction holder() {
        Outpoint[] all =
                IntStream.range(0, 5).mapToObj(i -> output(parent, i)).toArray(Outpoint[]::new);
        return IntStream.range(1, 1_000)
                .mapToObj(outputs -> spending(outputs, all))
                .filter(t -> children().stream().allMatch(c -> c.txid().compareTo(t.txid()) < 0))
                .findFirst()
                .orElseThrow();
    }

    private SubmissionTicket parkAllChildren() {
        ledger.submit(parent);
        SubmissionTicket undecided = ledger.submitTogether(holder());
        ledger.taken();
        children().forEach(ledger::submit);
        assertThat(ledger.taken()).isEmpty();
        return undecided;
    }

    @Test
    void releasesOnlySoManyProposalsInOneStep() {
        ledger.abort(parkAllChildren());
        assertThat(ledger.verdicts()).hasSize(2);
        ledger.wakeUp();
        assertThat(ledger.verdicts()).hasSize(2);
        ledger.wakeUp();

        assertThat(ledger.verdicts()).hasSize(1);
        assertThat(ledger.wakeUps).isZero();
        assertThat(ledger.store.parkedLines).isEmpty();
        assertThat(ledger.store.parkedProposals).isEmpty();
        assertThat(ledger.store.backlog).isEmpty();
        assertThat(ledger.store.backlogRange()).isEqualTo(BacklogRange.EMPTY);
    }

    @Test
    void asksOnlyOnceToBeCalledAgain() {
        ledger.abort(parkAllChildren());
        ledger.submit(funding(2, 1));

        assertThat(ledger.wakeUps).isEqualTo(1);
        ledger.wakeUpToTheEnd();
        assertThat(ledger.verdicts()).hasSize(5 + 1);
    }

    @Test
    void doesNothingIfItIsCalledInVain() {
        ledger.submit(parent);
        ledger.taken();
        LedgerPosition before = ledger.store.position();
        ledger.wakeUps = 1;
        ledger.wakeUp();

        assertThat(ledger.taken()).isEmpty();
        assertThat(ledger.store.position()).isEqualTo(before);
        assertThat(ledger.wakeUps).isZero();
    }

    @Test
    void forgetsOnlySoManyCoinsInOneStep() {
        List<Outpoint> coins = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            coins.add(output(parent, i));
        }
        Transaction all = spending(1, coins.toArray(Outpoint[]::new));
        ledger.submit(parent);
        ledger.submit(all);
        ledger.finish(all);
        assertThat(ledger.store.coins).hasSize(2 + 1);
        assertThat(held(all).spentCoins()).isEqualTo(coins.subList(3, 5));
        ledger.wakeUp();

        assertThat(ledger.store.coins).containsOnlyKeys(output(all, 0));
        assertThat(held(all).spentCoins()).isEmpty();
        assertThat(held(parent).spentOutputs()).hasSize(5);
        assertThat(ledger.wakeUps).isZero();
    }

    private Application held(Transaction transaction) {
        return ledger.store.application(transaction.txid()).orElseThrow();
    }

    @Test
    void refusesASpendOfACoinThatIsAboutToGoAsOfOneThatWent() {
        Transaction all =
                spending(1, output(parent, 0), output(parent, 1), output(parent, 2), last());
        ledger.submit(parent);
        ledger.submit(all);
        ledger.finish(all);
        ledger.taken();
        ledger.submit(spending(7, output(parent, 0)));
        ledger.submit(spending(7, last()));

        assertThat(ledger.verdicts())
                .hasSize(2)
                .allMatch(v -> v.rejection().orElseThrow().detail().contains("" + all.txid()));
    }

    private Outpoint last() {
        return output(parent, 3);
    }

    @Test
    void hasNoStepsThatGetNowhere() {
        assertThatThrownBy(() -> new StepBudget(0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 proposals");
    }
}
