package org.brisket.connectors.kafka;

import java.util.List;
import java.util.Properties;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.brisket.protocol.submission.KafkaRecord;

/** The way in from Kafka. */
public final class KafkaRecordSource {
    private static final String DISCOVERY_INTERVAL_MILLIS = "60000";

    private KafkaRecordSource() {}

    /**
     * A source of whole records. A partition added later is found within a minute and read from its
     * beginning.
     *
     * @param readCommitted true hides records of open and aborted transactions, a must for whatever
     *     our own sink wrote; false also reads them
     */
    public static KafkaSource<KafkaRecord> create(
            KafkaSettings settings,
            String groupId,
            List<String> topics,
            StartingOffsets start,
            boolean readCommitted) {
        return KafkaSource.<KafkaRecord>builder()
                .setProperties(properties(settings, readCommitted))
                .setBootstrapServers(settings.bootstrapServers())
                .setGroupId(groupId)
                .setTopics(List.copyOf(topics))
                // Two sources of a job need two client ids, or their metrics beans collide.
                .setClientIdPrefix(groupId + "-" + String.join("-", topics))
                .setStartingOffsets(initializer(start))
                .setDeserializer(new KafkaRecordReader())
                .build();
    }

    static Properties properties(KafkaSettings settings, boolean readCommitted) {
        Properties consumer = new Properties();
        consumer.setProperty("partition.discovery.interval.ms", DISCOVERY_INTERVAL_MILLIS);
        // A hundred client metrics per subtask; Flink's own lag and rate metrics stay without them.
        consumer.setProperty("register.consumer.metrics", "false");
        consumer.putAll(settings.clientProperties());
        consumer.setProperty(
                "isolation.level", readCommitted ? "read_committed" : "read_uncommitted");
        return consumer;
    }

    // The connector's interface asks for the class that kafka-clients calls deprecated.
    @SuppressWarnings("deprecation")
    private static OffsetsInitializer initializer(StartingOffsets start) {
        return start == StartingOffsets.EARLIEST
                ? OffsetsInitializer.earliest()
                : OffsetsInitializer.committedOffsets(
                        org.apache.kafka.clients.consumer.OffsetResetStrategy.EARLIEST);
    }
}
