package org.brisket.state.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.state.ExampleTransactions.funding;
import static org.brisket.state.ExampleTransactions.output;
import static org.brisket.state.ExampleTransactions.rivals;
import static org.brisket.state.ExampleTransactions.spending;

import java.util.List;
import java.util.Optional;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.state.ExampleTickets;
import org.brisket.state.ExampleVerdicts;
import org.brisket.state.coordination.Ballot;
import org.brisket.state.coordination.Coordinator;
import org.brisket.state.coordination.InMemoryBallotStore;
import org.brisket.state.ledger.Application;
import org.brisket.state.ledger.ExampleLedger;
import org.brisket.state.ledger.LedgerMessage;
import org.brisket.state.ledger.LedgerVerdict;
import org.brisket.state.query.CoinLife.Stage;
import org.brisket.state.tracking.InMemoryTrackingStore;
import org.brisket.state.tracking.Phase;
import org.brisket.state.tracking.TrackedTransaction;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private final ExampleLedger ledger = new ExampleLedger();
    private final Transaction parent = funding(1, 2);
    private final Transaction child = spending(1, output(parent, 0));

    private CoinLife life(Outpoint outpoint) {
        var query = new LedgerQuery.OneCoin("q", ExampleLedger.ID, outpoint);
        StateAnswer.OneCoin answer = (StateAnswer.OneCoin) Answers.of(query, ledger.store);
        assertThat(answer.position()).isEqualTo(ledger.store.position());
        return answer.life();
    }

    private static CoinLife of(Stage stage, Transaction spender, long admittedBy) {
        Optional<Txid> spentBy = Optional.ofNullable(spender).map(Transaction::txid);
        return new CoinLife(stage, spentBy, admittedBy, Optional.empty());
    }

    @Test
    void tellsTheLifeOfACoin() {
        assertThat(life(output(parent, 0))).isEqualTo(of(Stage.UNKNOWN, null, 0));

        var ticket = ledger.submitTogether(parent);
        assertThat(life(output(parent, 0))).isEqualTo(of(Stage.PENDING, null, 1));

        ledger.commit(ticket);
        assertThat(life(output(parent, 0))).isEqualTo(of(Stage.LIVE, null, 1));
        assertThat(life(output(parent, 7))).isEqualTo(of(Stage.NOT_ADMITTED, null, 0));

        ledger.submit(child);
        assertThat(life(output(parent, 0))).isEqualTo(of(Stage.SPENT, child, 1));

        ledger.finish(child);
        assertThat(life(output(parent, 0))).isEqualTo(of(Stage.GONE, child, 1));
    }

    @Test
    void tellsHistoryFromWhatMayComeBack() {
        ledger.submit(parent);
        ledger.retains = true;
        ledger.submit(child);
        assertThat(life(output(parent, 0))).isEqualTo(of(Stage.SPENT, child, 1));

        ledger.finish(child);
        assertThat(life(output(parent, 0))).isEqualTo(of(Stage.RETAINED, child, 1));
    }

    @Test
    void knowsNothingOfACoinWhoseMakerWaits() {
        Transaction waiting = rivals(output(parent, 0)).get(0);
        ledger.submit(parent);
        ledger.submitTogether(rivals(output(parent, 0)).get(4));
        ledger.submit(waiting);

        assertThat(life(output(waiting, 0))).isEqualTo(of(Stage.UNKNOWN, null, 0));
    }

    @Test
    void tellsHowATransactionStands() {
        ledger.submit(parent);
        var query = new LedgerQuery.OneTransaction("q", ExampleLedger.ID, parent.txid());
        StateAnswer.OneTransaction answer =
                (StateAnswer.OneTransaction) Answers.of(query, ledger.store);

        assertThat(answer.application().map(Application::status))
                .contains(Application.Status.COMMITTED);
        assertThat(answer.position()).isEqualTo(ledger.store.position());
    }

    @Test
    void knowsNoLedgerOfATransactionThatNobodyDecided() {
        TransactionQuery query = TransactionQuery.about("q", parent.txid());
        StateAnswer.OfTracker answer = Answers.of(query, new InMemoryTrackingStore());

        assertThat(answer.tracked()).isEmpty();
        assertThat(Answers.onward(query, answer)).isEmpty();
    }

    @Test
    void showsTheVotesOnWhatIsUndecided() {
        InMemoryBallotStore ballots = new InMemoryBallotStore();
        Coordinator coordinator = new Coordinator(ballots, decision -> {});
        var ticket = ExampleTickets.together(parent.txid(), 1, 3);
        List<String> ledgers = List.of("TOPIC:tm_b", "TOPIC:tm_c", "TOPIC:tm_a");
        for (LedgerVerdict verdict : List.of(ExampleVerdicts.yes("c"), ExampleVerdicts.no("b"))) {
            coordinator.handle(
                    new LedgerMessage.Vote(
                            ticket, verdict, List.of(), new byte[0], Optional.empty(), ledgers));
        }
        Ballot ballot =
                Answers.of(TransactionQuery.about("q", parent.txid()), ballots).ballots().get(0);

        assertThat(ballot.votes())
                .containsExactly(ExampleVerdicts.no("b"), ExampleVerdicts.yes("c"));
        assertThat(ballot.awaited()).containsExactly("TOPIC:tm_a");
    }

    @Test
    void boundsTheBallotsOfAnAnswer() {
        InMemoryBallotStore ballots = new InMemoryBallotStore();
        Coordinator coordinator = new Coordinator(ballots, decision -> {});
        for (int i = 0; i <= Answers.MOST_BALLOTS; i++) {
            coordinator.handle(
                    new LedgerMessage.Vote(
                            ExampleTickets.together(parent.txid(), i, 2),
                            ExampleVerdicts.yes("a"),
                            List.of(),
                            new byte[0],
                            Optional.empty()));
        }
        StateAnswer.OfCoordinator answer =
                Answers.of(TransactionQuery.about("q", parent.txid()), ballots);

        assertThat(answer.open()).isEqualTo(Answers.MOST_BALLOTS + 1);
        assertThat(answer.ballots()).hasSize(Answers.MOST_BALLOTS);
    }

    @Test
    void asksEveryLedgerThatATransactionIsIn() {
        InMemoryTrackingStore store = new InMemoryTrackingStore();
        store.put(
                new TrackedTransaction(
                        Phase.ACCEPTED,
                        List.of(ExampleVerdicts.yes("a"), ExampleVerdicts.yes("b")),
                        List.of(),
                        0,
                        0,
                        true,
                        Optional.empty(),
                        0));
        TransactionQuery about = TransactionQuery.about("q", parent.txid());
        TransactionQuery output = TransactionQuery.about("q", output(parent, 1));

        assertThat(Answers.onward(about, Answers.of(about, store)))
                .containsExactly(
                        new LedgerQuery.OneTransaction("q", "TOPIC:tm_a", parent.txid()),
                        new LedgerQuery.OneTransaction("q", "TOPIC:tm_b", parent.txid()));
        assertThat(Answers.onward(output, Answers.of(output, store)))
                .containsExactly(
                        new LedgerQuery.OneCoin("q", "TOPIC:tm_a", output(parent, 1)),
                        new LedgerQuery.OneCoin("q", "TOPIC:tm_b", output(parent, 1)));
    }
}
