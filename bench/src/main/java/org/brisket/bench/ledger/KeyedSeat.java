package org.brisket.bench.ledger;

import java.nio.file.Path;
import java.util.function.Function;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.SnapshotType;
import org.apache.flink.runtime.state.CheckpointStorage;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.storage.FileSystemCheckpointStorage;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;

/** Something that lives in the keyed state of an operator, for one key. */
final class KeyedSeat<S> implements AutoCloseable {
    private final Holder<S> holder;
    private final KeyedOneInputStreamOperatorTestHarness<String, String, String> harness;

    KeyedSeat(Backend backend, Path folder, String key, Function<RuntimeContext, S> open)
            throws Exception {
        holder = new Holder<>(open);
        harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(holder), text -> text, Types.STRING);
        harness.setStateBackend(backend.in(folder.resolve("state")));
        CheckpointStorage storage =
                new FileSystemCheckpointStorage(folder.resolve("checkpoints").toUri());
        harness.setCheckpointStorage(storage);
        ((SerializerConfigImpl) harness.getExecutionConfig().getSerializerConfig())
                .setGenericTypes(false);
        harness.setup();
        harness.open();
        harness.getOperator().setCurrentKey(key);
    }

    S held() {
        return holder.held;
    }

    KeyedStateBackend<?> states() {
        return harness.getOperator().getKeyedStateBackend();
    }

    /** The bytes of a complete snapshot. */
    long snapshotSize(long number, SnapshotType type) throws Exception {
        return harness.snapshotWithLocalState(number, number, type)
                .getJobManagerOwnedState()
                .getStateSize();
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
        private transient S held;

        private Holder(Function<RuntimeContext, S> open) {
            this.open = open;
        }

        @Override
        public void open(OpenContext context) {
            held = open.apply(getRuntimeContext());
        }

        @Override
        public void processElement(String element, Context context, Collector<String> out) {
            throw new IllegalStateException("nothing is ever sent: " + element);
        }
    }
}
