package org.brisket.state;

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

    private KeyedStateHarness(Function<RuntimeContext, S> open) throws Exception {
        holder = new Holder<>(open);
        harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(holder), key -> key, Types.STRING);
        harness.setStateBackend(new EmbeddedRocksDBStateBackend(true));
        ((SerializerConfigImpl) harness.getExecutionConfig().getSerializerConfig())
                .setGenericTypes(false);
        harness.setup();
    }

    public static <S> KeyedStateHarness<S> open(Function<RuntimeContext, S> open) throws Exception {
        KeyedStateHarness<S> harness = new KeyedStateHarness<>(open);
        harness.harness.open();
        return harness;
    }

    /** The same from what {@link #snapshot()} gave. */
    public static <S> KeyedStateHarness<S> restore(
            Function<RuntimeContext, S> open, OperatorSubtaskState snapshot) throws Exception {
        KeyedStateHarness<S> harness = new KeyedStateHarness<>(open);
        harness.harness.initializeState(snapshot);
        harness.harness.open();
        return harness;
    }

    /** The store of a key; valid until another key is asked for. */
    public S store(String key) {
        harness.getOperator().setCurrentKey(key);
        return holder.store;
    }

    public OperatorSubtaskState snapshot() throws Exception {
        return harness.snapshot(1, 1);
    }

    @Override
    public void close() {
        try {
            harness.close();
        } catch (Exception e) {
            throw new IllegalStateException("the harness does not close", e);
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
