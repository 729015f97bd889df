package org.brisket.operators.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.Types;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.state.header.ChainNews;
import org.brisket.state.header.MerkleRootCodec;

/**
 * The merkle roots of the newest blocks in broadcast state: those that a transaction which is not
 * final can be in. The state's name is permanent.
 */
final class ChainRoots {
    /** What is a little deeper than final may still be asked for. */
    private static final int MARGIN = 6;

    private ChainRoots() {}

    static MapStateDescriptor<Long, MerkleRoot> state() {
        return new MapStateDescriptor<>(
                "tracked-roots", Types.LONG, new MerkleRootCodec().typeInfo());
    }

    static Optional<MerkleRoot> at(long height, ReadOnlyBroadcastState<Long, MerkleRoot> state) {
        try {
            return Optional.ofNullable(state.get(height));
        } catch (Exception e) {
            throw new IllegalStateException("a root of the chain cannot be read", e);
        }
    }

    /** Takes in what is new, and forgets what is too deep or above the tip. */
    static void put(ChainNews news, int depth, BroadcastState<Long, MerkleRoot> state)
            throws Exception {
        long lowest = news.tipHeight() - depth - MARGIN;
        List<Long> gone = new ArrayList<>();
        for (Map.Entry<Long, MerkleRoot> kept : state.immutableEntries()) {
            if (kept.getKey() < lowest || kept.getKey() > news.tipHeight()) {
                gone.add(kept.getKey());
            }
        }
        for (Long height : gone) {
            state.remove(height);
        }
        long height = news.rootsFrom();
        for (MerkleRoot root : news.roots()) {
            if (height >= lowest) {
                state.put(height, root);
            }
            height++;
        }
    }
}
