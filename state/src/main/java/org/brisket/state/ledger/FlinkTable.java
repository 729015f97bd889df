package org.brisket.state.ledger;

import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** A table of the current key in Flink's keyed state. Its name is permanent. */
record FlinkTable<K, V>(MapState<K, V> state) implements LedgerTable<K, V> {
    static <K, V> FlinkTable<K, V> open(
            RuntimeContext context,
            String name,
            TypeInformation<K> keys,
            TypeInformation<V> values) {
        return new FlinkTable<>(context.getMapState(new MapStateDescriptor<>(name, keys, values)));
    }

    @Override
    public Optional<V> get(K key) {
        return Optional.ofNullable(KeyedState.get(() -> state.get(key)));
    }

    @Override
    public void put(K key, V value) {
        KeyedState.run(() -> state.put(key, value));
    }

    @Override
    public void remove(K key) {
        KeyedState.run(() -> state.remove(key));
    }

    /** Hands over every entry, in no particular order. */
    void forEach(BiConsumer<K, V> visitor) {
        KeyedState.get(state::entries)
                .forEach(entry -> visitor.accept(entry.getKey(), entry.getValue()));
    }
}
