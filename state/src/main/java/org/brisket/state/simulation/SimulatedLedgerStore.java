package org.brisket.state.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
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
    private final Map<Outpoint, Txid> spentWhilePending = new HashMap<>();

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

    private void check(Outpoint outpoint, Coin before, Coin coin) {
        if (before.pending() && before.spender().isEmpty()) {
            coin.spender().ifPresent(spender -> spentWhilePending.put(outpoint, spender));
        }
        GuaranteeViolatedException.require(
                before.spender().isEmpty()
                        || coin.spender().isEmpty()
                        || coin.spender().equals(before.spender()),
                Guarantee.G4,
                "a second spender",
                outpoint);
    }

    /** Only what shares an undecided transaction's fate may have spent its coins in a step. */
    void checkSpends() {
        spentWhilePending.forEach(
                (outpoint, spender) ->
                        GuaranteeViolatedException.require(
                                sharesFate(outpoint.txid(), spender),
                                Guarantee.G2,
                                "a coin of an undecided transaction was spent",
                                outpoint));
        spentWhilePending.clear();
    }

    private boolean sharesFate(Txid maker, Txid spender) {
        Optional<Application> made = application(maker);
        Optional<Application> spent = application(spender);
        return made.isPresent()
                && spent.isPresent()
                && (made.get().isCommitted()
                        || !spent.get().isCommitted()
                                && made.get().claims().containsAll(spent.get().claims()));
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
