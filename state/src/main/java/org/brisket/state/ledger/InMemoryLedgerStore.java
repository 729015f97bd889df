package org.brisket.state.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;

/** A ledger in maps, for runs without Flink; whoever extends it can look into them. */
public class InMemoryLedgerStore implements LedgerStore, LedgerContents {
    protected final Map<Outpoint, Coin> coins = new TreeMap<>();
    protected final Map<Txid, Application> applications = new TreeMap<>();
    protected final Map<Long, Txid> applied = new TreeMap<>();
    protected final Map<Txid, ParkedLine> parkedLines = new TreeMap<>();
    protected final Map<ParkedSlot, Proposal> parkedProposals = new HashMap<>();
    protected final Map<Long, LedgerTask> backlog = new TreeMap<>();
    private final InMemoryTokenStore tokens;
    private LedgerPosition position = LedgerPosition.START;
    private BacklogRange backlogRange = BacklogRange.EMPTY;

    /** An empty ledger. */
    public InMemoryLedgerStore() {
        tokens = new InMemoryTokenStore();
    }

    /** What another ledger holds now; the values are immutable and shared. */
    protected InMemoryLedgerStore(InMemoryLedgerStore other) {
        coins.putAll(other.coins);
        applications.putAll(other.applications);
        applied.putAll(other.applied);
        parkedLines.putAll(other.parkedLines);
        parkedProposals.putAll(other.parkedProposals);
        backlog.putAll(other.backlog);
        tokens = new InMemoryTokenStore(other.tokens);
        position = other.position;
        backlogRange = other.backlogRange;
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
    public InMemoryTokenStore tokens() {
        return tokens;
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
        parkedLines.keySet().forEach(visitor);
    }

    @Override
    public LedgerTable<Long, Txid> applied() {
        return new MapTable<>(applied);
    }

    @Override
    public LedgerTable<Txid, ParkedLine> parkedLines() {
        return new MapTable<>(parkedLines);
    }

    @Override
    public LedgerTable<ParkedSlot, Proposal> parkedProposals() {
        return new MapTable<>(parkedProposals);
    }

    @Override
    public LedgerTable<Long, LedgerTask> backlog() {
        return new MapTable<>(backlog);
    }

    @Override
    public BacklogRange backlogRange() {
        return backlogRange;
    }

    @Override
    public void putBacklogRange(BacklogRange range) {
        backlogRange = range;
    }
}
