package org.brisket.state.ledger;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;

/**
 * The spent coins of a ledger once their spender is final. One that the spender retains stays as
 * history for as long as an output of the spender is held; the links are whole outpoints, so that
 * sibling outputs never take each other's history away.
 */
final class History {
    private final LedgerStore store;
    private final LiveCoins coins;

    History(LedgerStore store, LiveCoins coins) {
        this.store = store;
        this.coins = coins;
    }

    /** Makes a transaction final: its spent coins are history or go. */
    void finish(Txid txid, Application held) {
        List<Outpoint> retained = isLost(txid, held) ? List.of() : held.retainedCoins();
        store.putApplication(txid, held.asFinal(retained));
        Deque<Outpoint> removed = new ArrayDeque<>(held.spentCoins());
        removed.removeIf(new HashSet<>(retained)::contains);
        while (!removed.isEmpty()) {
            Outpoint coin = removed.poll();
            coins.remove(coin);
            removed.addAll(releasedBy(coin.txid()));
        }
    }

    /** The history of a final transaction whose last output went, which it then forgets. */
    private List<Outpoint> releasedBy(Txid txid) {
        Optional<Application> maker = store.application(txid).filter(Application::isFinal);
        if (maker.isEmpty() || !isLost(txid, maker.get())) {
            return List.of();
        }
        store.putApplication(txid, maker.get().asFinal(List.of()));
        return maker.get().spentCoins();
    }

    /** True if outputs of a transaction were admitted and none of them is held any more. */
    private boolean isLost(Txid txid, Application application) {
        List<Integer> outputs = application.instructions().outputsToAdmit();
        return !outputs.isEmpty()
                && outputs.stream()
                        .allMatch(output -> coins.find(new Outpoint(txid, output)).isEmpty());
    }
}
