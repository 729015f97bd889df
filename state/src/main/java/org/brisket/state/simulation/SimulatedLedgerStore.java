package org.brisket.state.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.state.ledger.Application;
import org.brisket.state.ledger.Coin;
import org.brisket.state.ledger.InMemoryLedgerStore;
import org.brisket.state.ledger.ParkedLine;

/**
 * A ledger in maps that sees to it that no coin changes hands (G4) and that nothing stands on what
 * is undecided.
 */
final class SimulatedLedgerStore extends InMemoryLedgerStore {
    SimulatedLedgerStore() {}

    private SimulatedLedgerStore(SimulatedLedgerStore other) {
        super(other);
    }

    SimulatedLedgerStore copy() {
        return new SimulatedLedgerStore(this);
    }

    @Override
    public void putCoin(Outpoint outpoint, Coin coin) {
        coin(outpoint).ifPresent(before -> check(outpoint, before, coin));
        super.putCoin(outpoint, coin);
    }

    private static void check(Outpoint outpoint, Coin before, Coin coin) {
        boolean spends = before.spender().isEmpty() && coin.spender().isPresent();
        GuaranteeViolatedException.require(
                !spends || !before.pending(),
                Guarantee.G2,
                "a coin of an undecided transaction was spent",
                outpoint);
        GuaranteeViolatedException.require(
                before.spender().isEmpty()
                        || coin.spender().isEmpty()
                        || coin.spender().equals(before.spender()),
                Guarantee.G4,
                "a second spender",
                outpoint);
    }

    Map<Txid, Application> applications() {
        return applications;
    }

    boolean hasParked() {
        return !parkedLines.isEmpty() || !parkedProposals.isEmpty();
    }

    int coinCount() {
        return coins.size();
    }

    boolean hasAllInLine() {
        long inLine = parkedLines.values().stream().mapToLong(ParkedLine::size).sum();
        return inLine == parkedProposals.size();
    }

    boolean hasBacklog() {
        return !backlog.isEmpty() || !backlogRange().isEmpty();
    }

    Map<Long, Txid> bySequence() {
        return applied;
    }

    boolean isSpentBy(Outpoint outpoint, Txid txid) {
        return coin(outpoint).flatMap(Coin::spender).filter(txid::equals).isPresent();
    }

    Map<Outpoint, Txid> spenders() {
        Map<Outpoint, Txid> spenders = new HashMap<>();
        coins.forEach(
                (outpoint, coin) ->
                        coin.spender().ifPresent(spender -> spenders.put(outpoint, spender)));
        return spenders;
    }

    Set<Outpoint> liveCoins() {
        Set<Outpoint> live = new HashSet<>();
        coins.forEach(
                (outpoint, coin) -> {
                    if (coin.spender().isEmpty()) {
                        live.add(outpoint);
                    }
                });
        return live;
    }
}
