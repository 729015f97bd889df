package org.brisket.job.e2e;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplitSerializer;
import org.apache.flink.core.io.SimpleVersionedSerialization;
import org.apache.flink.state.api.OperatorIdentifier;
import org.apache.flink.state.api.SavepointReader;
import org.apache.flink.state.api.functions.KeyedStateReaderFunction;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.apache.kafka.common.TopicPartition;
import org.brisket.job.audit.AuditRecord;
import org.brisket.job.audit.AuditReport;
import org.brisket.job.audit.Counter;
import org.brisket.job.audit.Finding;
import org.brisket.job.audit.LedgerAudit;
import org.brisket.job.audit.ReplayEntry;
import org.brisket.job.topology.Stage;
import org.brisket.state.ledger.FlinkLedgerStore;

/** What a savepoint holds, read without the job: ledgers as the audit sees them, and offsets. */
final class SavepointContents {
    private static final int MOST_ELEMENTS = 10_000;
    private static final List<Stage> KAFKA_SOURCES =
            List.of(
                    Stage.READ_SUBMISSIONS,
                    Stage.READ_DECISIONS,
                    Stage.READ_NETWORK_EVENTS,
                    Stage.READ_QUERIES);

    private final StreamExecutionEnvironment env =
            StreamExecutionEnvironment.createLocalEnvironment(1);
    private final SavepointReader reader;

    SavepointContents(String savepoint) throws IOException {
        env.setRuntimeMode(RuntimeExecutionMode.BATCH);
        reader = SavepointReader.read(env, savepoint, new EmbeddedRocksDBStateBackend(true));
    }

    /** All ledgers, by name. */
    SortedMap<String, LedgerState> ledgers() throws Exception {
        SortedMap<String, LedgerState> ledgers = new TreeMap<>();
        for (String line :
                all(
                        reader.readKeyedState(
                                OperatorIdentifier.forUid(Stage.APPLY.uid()),
                                new ReadLedgerStates(),
                                Types.STRING,
                                Types.STRING))) {
            LedgerState ledger = LedgerState.ofLine(line);
            ledgers.put(ledger.ledger(), ledger);
        }
        return ledgers;
    }

    /** From where each source would read on. */
    Map<TopicPartition, Long> offsets() throws Exception {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (Stage source : KAFKA_SOURCES) {
            List<byte[]> splits =
                    all(
                            reader.readListState(
                                    OperatorIdentifier.forUid(source.uid()),
                                    "SourceReaderState",
                                    PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
            if (splits.isEmpty()) {
                throw new IllegalStateException("no offsets of " + source + " in the savepoint");
            }
            for (byte[] bytes : splits) {
                KafkaPartitionSplit split =
                        SimpleVersionedSerialization.readVersionAndDeSerialize(
                                new KafkaPartitionSplitSerializer(), bytes);
                // Negative ones stand for the beginning of what was never read.
                offsets.put(split.getTopicPartition(), Math.max(0, split.getStartingOffset()));
            }
        }
        return offsets;
    }

    private static <T> List<T> all(DataStream<T> stream) throws Exception {
        return stream.executeAndCollect(MOST_ELEMENTS);
    }

    /** Lets the audit look at each ledger. */
    private static final class ReadLedgerStates extends KeyedStateReaderFunction<String, String> {
        private static final long serialVersionUID = 1L;

        private transient FlinkLedgerStore store;

        @Override
        public void open(OpenContext context) {
            store = new FlinkLedgerStore(getRuntimeContext());
        }

        @Override
        public void readKey(String ledger, Context context, Collector<String> out) {
            LiveCoins live = new LiveCoins();
            List<AuditRecord> records = new ArrayList<>();
            new LedgerAudit(ledger, store, live).run(records::add);
            ReplayEntry position = (ReplayEntry) records.get(records.size() - 1);
            String digest = position.digest().orElseThrow().toString();
            out.collect(new LedgerState(ledger, position.sequence(), digest, live.count).toLine());
        }
    }

    private static final class LiveCoins implements AuditReport {
        private long count;

        @Override
        public void found(Finding finding) {
            throw new IllegalStateException("not a sound savepoint: " + finding);
        }

        @Override
        public void count(Counter counter, long more) {
            count += counter == Counter.LIVE_COINS ? more : 0;
        }
    }
}
