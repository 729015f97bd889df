package org.brisket.state.store;

import java.io.IOException;
import java.util.Optional;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;

/** The transaction of the current key in Flink's keyed state. State names are permanent. */
public final class FlinkTransactionStore implements TransactionStore {
    private final ValueState<RawTransaction> raw;
    private final ValueState<Standing> standing;

    public FlinkTransactionStore(RuntimeContext context) {
        raw =
                context.getState(
                        new ValueStateDescriptor<>(
                                "raw-transaction", new RawTransactionCodec().typeInfo()));
        standing =
                context.getState(
                        new ValueStateDescriptor<>("standing", new StandingCodec().typeInfo()));
    }

    @Override
    public Optional<RawTransaction> raw() {
        return read(raw);
    }

    @Override
    public void put(RawTransaction next) {
        write(raw, next);
    }

    @Override
    public Optional<Standing> standing() {
        return read(standing);
    }

    @Override
    public void put(Standing next) {
        write(standing, next);
    }

    private static <T> Optional<T> read(ValueState<T> state) {
        try {
            return Optional.ofNullable(state.value());
        } catch (IOException e) {
            throw new IllegalStateException("the stored transaction cannot be read", e);
        }
    }

    private static <T> void write(ValueState<T> state, T next) {
        try {
            state.update(next);
        } catch (IOException e) {
            throw new IllegalStateException("the stored transaction cannot be written", e);
        }
    }
}
