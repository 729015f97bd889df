package org.brisket.state.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;

/**
 * The spent coins of a ledger once their spender is final. One that the spender retains stays as
 * history for as long as an output of the spender is held; the links are whole outpoints, so that
 * sibling outputs never take each other's history away. What goes, goes by way of the backlog.
 */
final class History {
    private final LedgerStore store;
    private final LiveCoins coins;
    private final Backlog backlog;

    History(LedgerStore store, LiveCoins coins, Backlog backlog) {
        this.store = store;
        this.coins = coins;
        this.backlog = backlog;
    }

    /** Makes a transaction final: its spent coins are history or about to go. */
    void finish(Txid txid, Application held) {
        List<Outpoint> retained = held.isLost() ? List.of() : held.retainedCoins();
        Set<Outpoint> kept = new HashSet<>(retained);
        List<Outpoint> left = new ArrayList<>(held.spentCoins());
        left.removeIf(kept::contains);
        int leaving = left.size();
        left.addAll(retained);
        store.putApplication(txid, held.asFinal(left));
        if (leaving > 0) {
            backlog.add(new LedgerTask.Forget(txid, leaving));
        }
    }

    /** Removes up to so many of the coins that a task names, and says how many. */
    int forget(LedgerTask.Forget task, int most) {
        Txid spender = task.txid();
        Application held =
                store.application(spender)
                        .filter(Application::isFinal)
                        .orElseThrow(() -> new IllegalStateException(spender + " is not final"));
        List<Outpoint> spent = held.spentCoins();
        int count = Math.min(Math.min(most, task.coins()), spent.size());
        store.putApplication(spender, held.asFinal(spent.subList(count, spent.size())));
        Map<Txid, List<SpentOutput>> gone = new LinkedHashMap<>();
        for (Outpoint coin : spent.subList(0, count)) {
            // Its maker may have been undone since, and applied again with a coin that is live.
            if (coins.isSpentBy(coin, spender)) {
                coins.remove(coin);
                gone.computeIfAbsent(coin.txid(), maker -> new ArrayList<>())
                        .add(new SpentOutput((int) coin.index(), spender));
            }
        }
        gone.forEach(this::note);
        return count;
    }

    /** Outputs of a transaction went; a final one whose last output went has no use for history. */
    private void note(Txid maker, List<SpentOutput> gone) {
        Optional<Application> held = store.application(maker).map(a -> a.withSpentOutputs(gone));
        held.ifPresent(application -> store.putApplication(maker, application));
        held.filter(Application::isFinal)
                .filter(Application::isLost)
                .filter(application -> !application.spentCoins().isEmpty())
                .map(application -> new LedgerTask.Forget(maker, application.spentCoins().size()))
                .ifPresent(backlog::add);
    }
}
