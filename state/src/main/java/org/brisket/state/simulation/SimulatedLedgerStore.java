package org.brisket.state.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.state.ledger.Application;
import org.brisket.state.ledger.Coin;
import org.brisket.state.ledger.CoinContent;
import org.brisket.state.ledger.InMemoryLedgerStore;
import org.brisket.state.ledger.ParkedLine;

/**
 * A ledger in maps that sees to it that no coin changes hands (G4), that nothing stands on what is
 * undecided, and, in a basket, what its coins are worth.
 */
final class SimulatedLedgerStore extends InMemoryLedgerStore {
    private final Optional<Conservation> conservation;

    SimulatedLedgerStore(String id, Map<Txid, Transaction> transactions) {
        conservation =
                SimulatedLedgers.isBasket(id)
                        ? Optional.of(new Conservation(id, new AssetBook(id, transactions)))
                        : Optional.empty();
    }

    private SimulatedLedgerStore(SimulatedLedgerStore other) {
        super(other);
        conservation = other.conservation.map(Conservation::copy);
    }

    SimulatedLedgerStore copy() {
        return new SimulatedLedgerStore(this);
    }

    @Override
    public void putCoin(Outpoint outpoint, Coin coin) {
        Optional<Coin> before = coin(outpoint);
        before.ifPresent(there -> check(outpoint, there, coin));
        conservation.ifPresent(check -> check.changed(before, Optional.of(coin)));
        super.putCoin(outpoint, coin);
    }

    @Override
    public void removeCoin(Outpoint outpoint) {
        conservation.ifPresent(check -> check.changed(coin(outpoint), Optional.empty()));
        super.removeCoin(outpoint);
    }

    @Override
    public void putApplication(Txid txid, Application application) {
        boolean applies = !isApplied(application(txid)) && isApplied(Optional.of(application));
        super.putApplication(txid, application);
        conservation.filter(check -> applies).ifPresent(check -> check.book().apply(txid));
    }

    @Override
    public void removeApplication(Txid txid) {
        boolean undoes = isApplied(application(txid));
        super.removeApplication(txid);
        conservation.filter(check -> undoes).ifPresent(check -> check.book().undo(txid));
    }

    private static boolean isApplied(Optional<Application> application) {
        return application.filter(a -> a.status() != Application.Status.PARKED).isPresent();
    }

    void checkConservation() {
        conservation.ifPresent(check -> check.check(tokens()));
    }

    static void check(Outpoint outpoint, Coin before, Coin coin) {
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

    /** What the live coins of a basket are worth. */
    Map<Outpoint, CoinContent> liveContents() {
        Map<Outpoint, CoinContent> contents = new HashMap<>();
        coins.forEach(
                (outpoint, coin) -> {
                    if (coin.spender().isEmpty()) {
                        coin.content().ifPresent(content -> contents.put(outpoint, content));
                    }
                });
        return contents;
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
