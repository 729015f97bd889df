package org.brisket.state.simulation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.brisket.state.ledger.LedgerTable;

/** Keeps what is written to itself, before a table that is only read. */
record RehearsalTable<K, V>(LedgerTable<K, V> real, Map<K, Optional<V>> written)
        implements LedgerTable<K, V> {
    RehearsalTable(LedgerTable<K, V> real) {
        this(real, new HashMap<>(4));
    }

    @Override
    public Optional<V> get(K key) {
        Optional<V> mine = written.get(key);
        return mine == null ? real.get(key) : mine;
    }

    @Override
    public void put(K key, V value) {
        written.put(key, Optional.of(value));
    }

    @Override
    public void remove(K key) {
        written.put(key, Optional.empty());
    }
}
