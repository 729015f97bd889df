package org.brisket.state;

import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;

/** A store over keyed state in RocksDB, as an operator would hold it, for one key at a time. */
public final class KeyedStateHarness<S> implements AutoCloseable {
    private final Holder<S> holder;
    private final KeyedOneInputStreamOperatorTestHarness<String, String, String> harness;

    private KeyedStateHarness(Function<RuntimeContext, S> open) {
        holder = new Holder<>(open);
        harness = call(() -> harnessOf(holder));
    }

    private static <S> KeyedOneInputStreamOperatorTestHarness<String, String, String> harnessOf(
            Holder<S> holder) throws Exception {
        var harness =
                new KeyedOneInputStreamOperatorTestHarness<String, String, String>(
                        new KeyedProcessOperator<>(holder), key -> key, Types.STRING);
        harness.setStateBackend(new EmbeddedRocksDBStateBackend(true));
        ((SerializerConfigImpl) harness.getExecutionConfig().getSerializerConfig())
                .setGenericTypes(false);
        harness.setup();
        return harness;
    }

    public static <S> KeyedStateHarness<S> open(Function<RuntimeContext, S> open) {
        KeyedStateHarness<S> harness = new KeyedStateHarness<>(open);
        call(
                () -> {
                    harness.harness.open();
                    return harness;
                });
        return harness;
    }

    /** The same from what {@link #snapshot()} gave. */
    public static <S> KeyedStateHarness<S> restore(
            Function<RuntimeContext, S> open, OperatorSubtaskState snapshot) {
        KeyedStateHarness<S> harness = new KeyedStateHarness<>(open);
        call(
                () -> {
                    harness.harness.initializeState(snapshot);
                    harness.harness.open();
                    return harness;
                });
        return harness;
    }

    /** The store of a key; valid until another key is asked for. */
    public S store(String key) {
        harness.getOperator().setCurrentKey(key);
        return holder.store;
    }

    public OperatorSubtaskState snapshot() {
        return call(() -> harness.snapshot(1, 1));
    }

    @Override
    public void close() {
        call(
                () -> {
                    harness.close();
                    return this;
                });
    }

    private static <T> T call(Callable<T> step) {
        try {
            return step.call();
        } catch (Exception e) {
            throw new IllegalStateException("the harness fails", e);
        }
    }

    private static final class Holder<S> extends KeyedProcessFunction<String, String, String> {
        private static final long serialVersionUID = 1L;
        private final transient Function<RuntimeContext, S> open;
        private transient S store;

        private Holder(Function<RuntimeContext, S> open) {
            this.open = open;
        }

        @Override
        public void open(OpenContext context) {
            store = open.apply(getRuntimeContext());
        }

        @Override
        public void processElement(String element, Context context, Collector<String> out) {
            throw new IllegalStateException("nothing is ever sent: " + element);
        }
    }
}
