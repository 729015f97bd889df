package org.brisket.state.query;

import java.util.List;
import java.util.Optional;
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

    /** The same query to each ledger that the tracker's answer names. */
    public static List<LedgerQuery> onward(TransactionQuery query, StateAnswer.OfTracker answer) {
        return answer.tracked().map(TrackedTransaction::ledgers).orElse(List.of()).stream()
                .map(LedgerVerdict::ledger)
                .map(query::to)
                .toList();
    }
}
