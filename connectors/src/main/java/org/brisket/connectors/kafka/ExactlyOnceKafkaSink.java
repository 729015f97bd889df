package org.brisket.connectors.kafka;

import java.util.Collection;
import java.util.Properties;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.brisket.protocol.submission.OutboundRecord;

/**
 * The one way out to Kafka: a two-phase-commit sink for all topics together, so that what one step
 * emits becomes visible in one transaction.
 */
public final class ExactlyOnceKafkaSink {
    /** The largest record: a submission of 10 MB with its headers and room to spare. */
    public static final int MAX_RECORD_BYTES = 16 * 1024 * 1024;

    private ExactlyOnceKafkaSink() {}

    /**
     * @param outputTopics every topic that a record may name; they must exist, see {@link
     *     KafkaPreflight}
     */
    public static KafkaSink<OutboundRecord> create(
            KafkaSettings settings, Collection<String> outputTopics) {
        return KafkaSink.<OutboundRecord>builder()
                .setBootstrapServers(settings.bootstrapServers())
                .setKafkaProducerConfig(properties(settings))
                .setRecordSerializer(new OutboundRecordWriter(outputTopics))
                .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                .setTransactionalIdPrefix(settings.transactionalIdPrefix())
                // The default leaves a new transactional id on the broker per checkpoint.
                .setTransactionNamingStrategy(TransactionNamingStrategy.POOLING)
                .build();
    }

    static Properties properties(KafkaSettings settings) {
        Properties producer = new Properties();
        producer.setProperty("compression.type", "lz4");
        producer.setProperty("linger.ms", "5");
        producer.setProperty("batch.size", String.valueOf(128 * 1024));
        producer.setProperty("max.request.size", String.valueOf(MAX_RECORD_BYTES));
        // Producers come and go with every checkpoint; their client metrics would pile up.
        producer.setProperty("register.producer.metrics", "false");
        producer.putAll(settings.clientProperties());
        producer.setProperty("acks", "all");
        producer.setProperty("enable.idempotence", "true");
        producer.setProperty(
                "transaction.timeout.ms", String.valueOf(settings.transactionTimeoutMillis()));
        return producer;
    }
}
