package org.brisket.state.ledger;

import java.util.Optional;

/** One kind of values that a ledger remembers, by key. Keys and values are immutable. */
public interface LedgerTable<K, V> {
    Optional<V> get(K key);

    /** Sets or replaces a value. */
    void put(K key, V value);

    /** Removes a value; one that is not there stays away. */
    void remove(K key);
}
