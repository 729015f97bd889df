package org.brisket.state.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.brisket.state.ExampleTransactions.funding;
import static org.brisket.state.ExampleTransactions.output;
import static org.brisket.state.ExampleTransactions.spending;

import java.util.ArrayList;
import java.util.List;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.state.submission.SubmissionTicket;
import org.junit.jupiter.api.Test;

/** What a ledger puts off because one step does only so much. */
class BacklogTest {
    private final ExampleLedger ledger = new ExampleLedger(new StepBudget(2, 3));
    private final Transaction parent = funding(1, 5);

    private List<Transaction> children() {
        return List.of(
                spending(1, output(parent, 0)),
                spending(1, output(parent, 1)),
                spending(1, output(parent, 2)),
                spending(1, output(parent, 3)),
                spending(1, output(parent, 4)));
    }

    private SubmissionTicket parkAllChildren() {
        SubmissionTicket undecided = ledger.submitTogether(parent);
        children().forEach(ledger::submit);
        assertThat(ledger.verdicts()).hasSize(1);
        return undecided;
    }

    @Test
    void releasesOnlySoManyProposalsInOneStep() {
        ledger.commit(parkAllChildren());
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
        ledger.commit(parkAllChildren());
        Transaction other = funding(2, 1);
        SubmissionTicket ticket = ledger.submitTogether(other);
        ledger.submit(spending(1, output(other, 0)));
        ledger.commit(ticket);

        assertThat(ledger.wakeUps).isEqualTo(1);
        ledger.wakeUpToTheEnd();
        assertThat(ledger.verdicts()).hasSize(5 + 2);
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
    void letsNoNewcomerOvertakeThoseWhoseTurnHasNotCome() {
        ledger.commit(parkAllChildren());
        ledger.taken();
        Transaction rival = spending(7, output(parent, 4));
        ledger.submit(rival);
        assertThat(ledger.taken()).isEmpty();
        ledger.wakeUpToTheEnd();

        List<LedgerVerdict> verdicts = ledger.verdicts();
        assertThat(verdicts).hasSize(4);
        assertThat(verdicts.get(3).rejection().orElseThrow().detail())
                .contains(children().get(4).txid().toString());
    }

    @Test
    void answersAtOnceWhatDoesNotStandOnThoseWhoWait() {
        ledger.commit(parkAllChildren());
        ledger.taken();
        ledger.submit(funding(2, 1));
        ledger.submit(children().get(0));

        assertThat(ledger.verdicts()).hasSize(2).allMatch(LedgerVerdict::isYes);
    }

    @Test
    void refusesNewcomersToALineThatIsFull() {
        SubmissionTicket undecided = ledger.submitTogether(parent);
        for (int i = 0; i < ParkedProposals.MAX_BEHIND_ONE; i++) {
            ledger.submit(children().get(0));
        }
        ledger.commit(undecided);
        ledger.taken();
        ledger.submit(children().get(1));
        ledger.submit(children().get(2));
        assertThat(ledger.taken()).isEmpty();
        ledger.submit(children().get(3));

        assertThat(ledger.verdict().rejection().orElseThrow().detail())
                .contains(parent.txid().toString());
    }

    @Test
    void leavesThemInLineIfTheirParentIsUndecidedAgain() {
        ledger.abort(parkAllChildren());
        ledger.taken();
        SubmissionTicket again = ledger.submitTogether(parent);
        ledger.wakeUp();
        assertThat(ledger.wakeUps).isZero();
        assertThat(ledger.verdicts()).hasSize(1);

        ledger.commit(again);
        ledger.wakeUpToTheEnd();
        assertThat(ledger.verdicts()).hasSize(3).allMatch(LedgerVerdict::isYes);
        assertThat(ledger.store.parkedLines).isEmpty();
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
