package org.brisket.state.ledger;

import java.util.Map;
import java.util.Optional;

/** A table in a map. */
record MapTable<K, V>(Map<K, V> map) implements LedgerTable<K, V> {
    @Override
    public Optional<V> get(K key) {
        return Optional.ofNullable(map.get(key));
    }

    @Override
    public void put(K key, V value) {
        map.put(key, value);
    }

    @Override
    public void remove(K key) {
        map.remove(key);
    }
}
