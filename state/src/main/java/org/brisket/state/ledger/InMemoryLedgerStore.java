package org.brisket.state.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;

/** A ledger in sorted maps, for runs without Flink; whoever extends it can look into them. */
public class InMemoryLedgerStore implements LedgerStore, LedgerContents {
    protected final Map<Outpoint, Coin> coins = new TreeMap<>();
    protected final Map<Txid, Application> applications = new TreeMap<>();
    protected final Map<Txid, List<Proposal>> parked = new TreeMap<>();
    private LedgerPosition position = LedgerPosition.START;

    /** An empty ledger. */
    public InMemoryLedgerStore() {}

    /** What another ledger holds now; the values are immutable and shared. */
    protected InMemoryLedgerStore(InMemoryLedgerStore other) {
        coins.putAll(other.coins);
        applications.putAll(other.applications);
        parked.putAll(other.parked);
        position = other.position;
    }

    @Override
    public Optional<Coin> coin(Outpoint outpoint) {
        return Optional.ofNullable(coins.get(outpoint));
    }

    @Override
    public void putCoin(Outpoint outpoint, Coin coin) {
        coins.put(outpoint, coin);
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
    public void forEachCoin(BiConsumer<Outpoint, Coin> visitor) {
        coins.forEach(visitor);
    }

    @Override
    public void forEachApplication(BiConsumer<Txid, Application> visitor) {
        applications.forEach(visitor);
    }

    @Override
    public void forEachAwaited(Consumer<Txid> visitor) {
        parked.keySet().forEach(visitor);
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
}
