package org.brisket.state.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.state.ledger.Application;
import org.brisket.state.ledger.Coin;
import org.brisket.state.ledger.LedgerPosition;
import org.brisket.state.ledger.LedgerStore;
import org.brisket.state.ledger.Proposal;

/**
 * A ledger in maps of immutable values; it sees to it that no coin changes hands (G4) and that
 * nothing stands on what is undecided.
 */
final class SimulatedLedgerStore implements LedgerStore {
    private final Map<Outpoint, Coin> coins;
    private final Map<Txid, Application> applications;
    private final Map<Txid, List<Proposal>> parked;
    private LedgerPosition position;

    SimulatedLedgerStore() {
        this(new HashMap<>(), new HashMap<>(), new HashMap<>(), LedgerPosition.START);
    }

    private SimulatedLedgerStore(
            Map<Outpoint, Coin> coins,
            Map<Txid, Application> applications,
            Map<Txid, List<Proposal>> parked,
            LedgerPosition position) {
        this.coins = coins;
        this.applications = applications;
        this.parked = parked;
        this.position = position;
    }

    SimulatedLedgerStore copy() {
        return new SimulatedLedgerStore(
                new HashMap<>(coins), new HashMap<>(applications), new HashMap<>(parked), position);
    }

    @Override
    public Optional<Coin> coin(Outpoint outpoint) {
        return Optional.ofNullable(coins.get(outpoint));
    }

    @Override
    public void putCoin(Outpoint outpoint, Coin coin) {
        Coin before = coins.put(outpoint, coin);
        boolean spends = before != null && before.spender().isEmpty() && coin.spender().isPresent();
        GuaranteeViolatedException.require(
                !spends || !before.pending(),
                Guarantee.G2,
                "a coin of an undecided transaction was spent",
                outpoint);
        GuaranteeViolatedException.require(
                before == null
                        || before.spender().isEmpty()
                        || coin.spender().isEmpty()
                        || coin.spender().equals(before.spender()),
                Guarantee.G4,
                "a second spender",
                outpoint);
    }

    @Override
    public void removeCoin(Outpoint outpoint) {
        coins.remove(outpoint);
    }

    @Override
    public LedgerPosition position() {
        return position;
    }

    @Override
    public void putPosition(LedgerPosition next) {
        position = next;
    }

    @Override
    public Optional<Application> application(Txid txid) {
        return Optional.ofNullable(applications.get(txid));
    }

    @Override
    public void putApplication(Txid txid, Application application) {
        applications.put(txid, application);
    }

    @Override
    public void removeApplication(Txid txid) {
        applications.remove(txid);
    }

    @Override
    public List<Proposal> parkedBehind(Txid txid) {
        return parked.getOrDefault(txid, List.of());
    }

    @Override
    public void putParkedBehind(Txid txid, List<Proposal> proposals) {
        if (proposals.isEmpty()) {
            parked.remove(txid);
        } else {
            parked.put(txid, List.copyOf(proposals));
        }
    }

    Map<Txid, Application> applications() {
        return applications;
    }

    boolean hasParked() {
        return !parked.isEmpty();
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
