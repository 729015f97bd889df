package org.brisket.state.header;

import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.Types;
import org.brisket.protocol.hash.MerkleRoot;

/**
 * An index in Flink's broadcast state, which lies on the heap: a lookup is a map read. The names
 * are permanent.
 */
public final class FlinkHeaderIndex implements HeaderIndex {
    private static final Integer ONLY = 0;

    private final ReadOnlyBroadcastState<Long, MerkleRoot> roots;
    private final ReadOnlyBroadcastState<Integer, ChainView> views;

    /** For reading, or with {@link BroadcastState} for both for writing, too. */
    public FlinkHeaderIndex(
            ReadOnlyBroadcastState<Long, MerkleRoot> roots,
            ReadOnlyBroadcastState<Integer, ChainView> views) {
        this.roots = roots;
        this.views = views;
    }

    public static MapStateDescriptor<Long, MerkleRoot> roots() {
        return new MapStateDescriptor<>("best-roots", Types.LONG, new MerkleRootCodec().typeInfo());
    }

    public static MapStateDescriptor<Integer, ChainView> views() {
        return new MapStateDescriptor<>("chain-view", Types.INT, new ChainViewCodec().typeInfo());
    }

    @Override
    public MerkleRoot root(long height) {
        return get(roots, height);
    }

    @Override
    public ChainView view() {
        return get(views, ONLY);
    }

    private static <K, V> V get(ReadOnlyBroadcastState<K, V> state, K key) {
        try {
            return state.get(key);
        } catch (Exception e) {
            throw new IllegalStateException("broadcast state cannot be read", e);
        }
    }

    @Override
    public void put(long height, MerkleRoot root) {
        try {
            writable(roots).put(height, root);
        } catch (Exception e) {
            throw new IllegalStateException("a root cannot be written", e);
        }
    }

    @Override
    public void remove(long height) {
        try {
            writable(roots).remove(height);
        } catch (Exception e) {
            throw new IllegalStateException("a root cannot be removed", e);
        }
    }

    @Override
    public void put(ChainView view) {
        try {
            writable(views).put(ONLY, view);
        } catch (Exception e) {
            throw new IllegalStateException("the view cannot be written", e);
        }
    }

    private static <K, V> BroadcastState<K, V> writable(ReadOnlyBroadcastState<K, V> state) {
        if (state instanceof BroadcastState<K, V> writable) {
            return writable;
        }
        throw new IllegalStateException("broadcast state is changed by broadcast elements only");
    }
}
