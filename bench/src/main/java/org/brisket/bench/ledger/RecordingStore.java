package org.brisket.bench.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.brisket.bench.ledger.Access.Operation;
import org.brisket.bench.ledger.Access.Table;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.state.ledger.Application;
import org.brisket.state.ledger.BacklogRange;
import org.brisket.state.ledger.Coin;
import org.brisket.state.ledger.InMemoryLedgerStore;
import org.brisket.state.ledger.LedgerPosition;
import org.brisket.state.ledger.LedgerTable;
import org.brisket.state.ledger.LedgerTask;
import org.brisket.state.ledger.ParkedLine;
import org.brisket.state.ledger.ParkedSlot;
import org.brisket.state.ledger.Proposal;

/** A ledger in memory that writes down each access to it. Nothing may be parked in it. */
final class RecordingStore extends InMemoryLedgerStore {
    private List<Access> accesses = new ArrayList<>();

    /** The accesses since this was last called. */
    List<Access> taken() {
        List<Access> taken = accesses;
        accesses = new ArrayList<>(taken.size());
        return taken;
    }

    private void note(Table table, Operation operation, Object key, Object value) {
        accesses.add(new Access(table, operation, key, value));
    }

    @Override
    public Optional<Coin> coin(Outpoint outpoint) {
        note(Table.COINS, Operation.GET, outpoint, null);
        return super.coin(outpoint);
    }

    @Override
    public void putCoin(Outpoint outpoint, Coin coin) {
        note(Table.COINS, Operation.PUT, outpoint, coin);
        super.putCoin(outpoint, coin);
    }

    @Override
    public void removeCoin(Outpoint outpoint) {
        note(Table.COINS, Operation.REMOVE, outpoint, null);
        super.removeCoin(outpoint);
    }

    @Override
    public LedgerPosition position() {
        note(Table.POSITION, Operation.GET, null, null);
        return super.position();
    }

    @Override
    public void putPosition(LedgerPosition next) {
        note(Table.POSITION, Operation.PUT, null, next);
        super.putPosition(next);
    }

    @Override
    public Optional<Application> application(Txid txid) {
        note(Table.APPLICATIONS, Operation.GET, txid, null);
        return super.application(txid);
    }

    @Override
    public void putApplication(Txid txid, Application application) {
        note(Table.APPLICATIONS, Operation.PUT, txid, application);
        super.putApplication(txid, application);
    }

    @Override
    public void removeApplication(Txid txid) {
        note(Table.APPLICATIONS, Operation.REMOVE, txid, null);
        super.removeApplication(txid);
    }

    @Override
    public LedgerTable<Long, Txid> applied() {
        return new Recording<>(Table.APPLIED, super.applied());
    }

    @Override
    public LedgerTable<Txid, ParkedLine> parkedLines() {
        return new Recording<>(Table.PARKED_LINES, super.parkedLines());
    }

    @Override
    public LedgerTable<ParkedSlot, Proposal> parkedProposals() {
        throw new IllegalStateException("a proposal is parked");
    }

    @Override
    public LedgerTable<Long, LedgerTask> backlog() {
        return new Recording<>(Table.BACKLOG, super.backlog());
    }

    @Override
    public BacklogRange backlogRange() {
        note(Table.BACKLOG_RANGE, Operation.GET, null, null);
        return super.backlogRange();
    }

    @Override
    public void putBacklogRange(BacklogRange range) {
        Operation operation = range.isEmpty() ? Operation.REMOVE : Operation.PUT;
        note(Table.BACKLOG_RANGE, operation, null, range);
        super.putBacklogRange(range);
    }

    private final class Recording<K, V> implements LedgerTable<K, V> {
        private final Table table;
        private final LedgerTable<K, V> behind;

        private Recording(Table table, LedgerTable<K, V> behind) {
            this.table = table;
            this.behind = behind;
        }

        @Override
        public Optional<V> get(K key) {
            note(table, Operation.GET, key, null);
            return behind.get(key);
        }

        @Override
        public void put(K key, V value) {
            note(table, Operation.PUT, key, value);
            behind.put(key, value);
        }

        @Override
        public void remove(K key) {
            note(table, Operation.REMOVE, key, null);
            behind.remove(key);
        }
    }
}
