package org.brisket.operators;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.api.functions.co.BroadcastProcessFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithNonKeyedOperator;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.TwoInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.brisket.protocol.hash.Txid;
import org.brisket.state.codec.TxidCodec;

/** Operators set up as the job runs them: state in RocksDB, no generic types. */
public final class Harnesses {
    private Harnesses() {}

    public static <I, O> OneInputStreamOperatorTestHarness<I, O> process(
            ProcessFunction<I, O> function, TypeInformation<O> output) throws Exception {
        var harness = unopened(function, output);
        harness.open();
        return harness;
    }

    /** Not opened yet, so that a snapshot may be restored. */
    public static <I, O> OneInputStreamOperatorTestHarness<I, O> unopened(
            ProcessFunction<I, O> function, TypeInformation<O> output) throws Exception {
        var harness = new OneInputStreamOperatorTestHarness<I, O>(new ProcessOperator<>(function));
        setUp(harness, output);
        return harness;
    }

    /** Not opened yet, so that a snapshot may be restored; the second input is broadcast. */
    public static <A, B, O> TwoInputStreamOperatorTestHarness<A, B, O> broadcast(
            BroadcastProcessFunction<A, B, O> function,
            List<MapStateDescriptor<?, ?>> states,
            TypeInformation<O> output)
            throws Exception {
        var harness =
                new TwoInputStreamOperatorTestHarness<A, B, O>(
                        new CoBroadcastWithNonKeyedOperator<>(function, states));
        setUp(harness, output);
        return harness;
    }

    /** Not opened yet, so that a snapshot may be restored. */
    public static <I, O> KeyedOneInputStreamOperatorTestHarness<Txid, I, O> keyed(
            KeyedProcessFunction<Txid, I, O> function,
            KeySelector<I, Txid> key,
            TypeInformation<O> output)
            throws Exception {
        var harness =
                new KeyedOneInputStreamOperatorTestHarness<Txid, I, O>(
                        new KeyedProcessOperator<>(function), key, new TxidCodec().typeInfo());
        harness.setStateBackend(new EmbeddedRocksDBStateBackend(true));
        setUp(harness, output);
        return harness;
    }

    /** Not opened yet, so that a snapshot may be restored; the second input is broadcast. */
    public static <A, B, O> KeyedTwoInputStreamOperatorTestHarness<Txid, A, B, O> byTxid(
            KeyedBroadcastProcessFunction<Txid, A, B, O> function,
            KeySelector<A, Txid> key,
            List<MapStateDescriptor<?, ?>> states,
            TypeInformation<O> output)
            throws Exception {
        var harness =
                new KeyedTwoInputStreamOperatorTestHarness<Txid, A, B, O>(
                        new CoBroadcastWithKeyedOperator<>(function, states),
                        key,
                        null,
                        new TxidCodec().typeInfo());
        harness.setStateBackend(new EmbeddedRocksDBStateBackend(true));
        setUp(harness, output);
        return harness;
    }

    /** Not opened yet, so that a snapshot may be restored. */
    public static <A, B, O> KeyedTwoInputStreamOperatorTestHarness<Txid, A, B, O> byTxid(
            KeyedCoProcessFunction<Txid, A, B, O> function,
            KeySelector<A, Txid> first,
            KeySelector<B, Txid> second,
            TypeInformation<O> output)
            throws Exception {
        return twoInputs(function, first, second, new TxidCodec().typeInfo(), output);
    }

    /** Not opened yet, so that a snapshot may be restored. */
    public static <A, B, O> KeyedTwoInputStreamOperatorTestHarness<String, A, B, O> byText(
            KeyedCoProcessFunction<String, A, B, O> function,
            KeySelector<A, String> first,
            KeySelector<B, String> second,
            TypeInformation<O> output)
            throws Exception {
        return twoInputs(function, first, second, Types.STRING, output);
    }

    private static <K, A, B, O> KeyedTwoInputStreamOperatorTestHarness<K, A, B, O> twoInputs(
            KeyedCoProcessFunction<K, A, B, O> function,
            KeySelector<A, K> first,
            KeySelector<B, K> second,
            TypeInformation<K> key,
            TypeInformation<O> output)
            throws Exception {
        var harness =
                new KeyedTwoInputStreamOperatorTestHarness<K, A, B, O>(
                        new KeyedCoProcessOperator<>(function), first, second, key);
        harness.setStateBackend(new EmbeddedRocksDBStateBackend(true));
        setUp(harness, output);
        return harness;
    }

    private static <O> void setUp(
            AbstractStreamOperatorTestHarness<O> harness, TypeInformation<O> output) {
        SerializerConfig config = harness.getExecutionConfig().getSerializerConfig();
        ((SerializerConfigImpl) config).setGenericTypes(false);
        harness.setup(output.createSerializer(config));
    }

    /** What went into a side output so far. */
    public static <S> List<S> sideOutput(
            AbstractStreamOperatorTestHarness<?> harness, OutputTag<S> tag) {
        List<S> values = new ArrayList<>();
        var records = harness.getSideOutput(tag);
        if (records != null) {
            for (StreamRecord<S> record : records) {
                values.add(record.getValue());
            }
        }
        return values;
    }
}
