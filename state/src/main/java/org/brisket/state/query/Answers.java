package org.brisket.state.query;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.brisket.state.coordination.Ballot;
import org.brisket.state.coordination.BallotStore;
import org.brisket.state.ledger.Application;
import org.brisket.state.ledger.LedgerStore;
import org.brisket.state.ledger.LedgerVerdict;
import org.brisket.state.ledger.TokenBalance;
import org.brisket.state.ledger.TokenIndex;
import org.brisket.state.tracking.TrackedTransaction;
import org.brisket.state.tracking.TrackingStore;

/** From a query and a store to an answer; each takes a bounded number of look-ups. */
public final class Answers {
    /** The most coins that one answer lists, however many are asked for. */
    public static final int LONGEST_PAGE = CoinPage.LONGEST;

    /** The most ballots that one answer shows, however many are open. */
    static final int MOST_BALLOTS = 100;

    private Answers() {}

    /** What a ledger answers. */
    public static StateAnswer of(LedgerQuery query, LedgerStore store) {
        if (query instanceof LedgerQuery.LiveCoins coins) {
            return CoinPage.of(coins, store);
        } else if (query instanceof LedgerQuery.Balance balance) {
            return new StateAnswer.Balance(balance, store.position(), balance(balance, store));
        } else if (query instanceof LedgerQuery.OneCoin coin) {
            return new StateAnswer.OneCoin(
                    coin.id(),
                    coin.ledger(),
                    store.position(),
                    coin.outpoint(),
                    CoinLife.of(coin.outpoint(), store));
        } else if (query instanceof LedgerQuery.OneTransaction transaction) {
            Optional<Application> held = store.application(transaction.txid());
            return new StateAnswer.OneTransaction(
                    transaction.id(),
                    transaction.ledger(),
                    store.position(),
                    transaction.txid(),
                    held);
        }
        throw new IllegalStateException("no answer to " + query.getClass());
    }

    private static TokenBalance balance(LedgerQuery.Balance query, LedgerStore store) {
        TokenIndex index = new TokenIndex(store);
        return query.owner()
                .map(owner -> index.balance(query.asset(), owner))
                .orElseGet(() -> index.balance(query.asset()));
    }

    /** What the tracker answers. */
    public static StateAnswer.OfTracker of(TransactionQuery query, TrackingStore store) {
        return new StateAnswer.OfTracker(
                query.id(), query.txid(), query.outpoint(), store.transaction());
    }

    /** What the coordinator answers. */
    public static StateAnswer.OfCoordinator of(TransactionQuery query, BallotStore store) {
        List<Ballot> open = store.all();
        List<Ballot> first =
                open.stream()
                        .sorted(Comparator.comparing(ballot -> ballot.ticket().key()))
                        .limit(MOST_BALLOTS)
                        .toList();
        return new StateAnswer.OfCoordinator(query.id(), query.txid(), open.size(), first);
    }

    /** The same query to each ledger that the tracker's answer names. */
    public static List<LedgerQuery> onward(TransactionQuery query, StateAnswer.OfTracker answer) {
        return answer.tracked().map(TrackedTransaction::ledgers).orElse(List.of()).stream()
                .map(LedgerVerdict::ledger)
                .map(query::to)
                .toList();
    }
}
