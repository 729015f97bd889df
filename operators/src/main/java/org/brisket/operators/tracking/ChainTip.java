package org.brisket.operators.tracking;

import java.util.OptionalLong;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.Types;

/** The height of the best chain's tip in broadcast state. The state's name is permanent. */
final class ChainTip {
    private static final int ONLY = 0;

    private ChainTip() {}

    static MapStateDescriptor<Integer, Long> state() {
        return new MapStateDescriptor<>("chain-tip", Types.INT, Types.LONG);
    }

    /** Empty while no tip is known. */
    static OptionalLong of(ReadOnlyBroadcastState<Integer, Long> state) {
        try {
            Long height = state.get(ONLY);
            return height == null ? OptionalLong.empty() : OptionalLong.of(height);
        } catch (Exception e) {
            throw new IllegalStateException("the tip of the chain cannot be read", e);
        }
    }

    static void put(long height, BroadcastState<Integer, Long> state) {
        try {
            state.put(ONLY, height);
        } catch (Exception e) {
            throw new IllegalStateException("the tip of the chain cannot be written", e);
        }
    }
}
