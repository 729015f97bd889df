package org.brisket.job.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.brisket.job.config.KafkaConfig;
import org.brisket.job.rejections.RejectedSubmission;
import org.brisket.job.rejections.RejectionScan;

/** The dead letters on a broker. */
final class RejectionTopic implements AutoCloseable {
    private static final String KEY = "kafka.topics.rejections";

    private final KafkaConfig kafka;
    private final BrokerOptions options;
    private final BrokerConnection connection;
    private final ProgressLine progress;

    private RejectionTopic(KafkaConfig kafka, BrokerOptions options, ProgressLine progress) {
        this.kafka = kafka;
        this.options = options;
        this.connection = BrokerConnection.open(kafka, options.timeout());
        this.progress = progress;
    }

    static RejectionTopic open(BrokerOptions options, ProgressLine progress) {
        return new RejectionTopic(options.kafka(), options, progress);
    }

    /**
     * Hands over the committed dead letters from a time on, oldest first in each partition.
     *
     * @param taker gives false when it has enough
     */
    void forEach(Optional<Instant> since, Predicate<RejectedSubmission> taker) {
        String topic = kafka.topics().rejections();
        List<TopicPartition> partitions = connection.partitions(topic, KEY);
        try (KafkaConsumer<byte[], byte[]> reader = connection.committedReader()) {
            new RejectionScan(reader, partitions, since, options.timeout())
                    .forEach(taker, read -> progress.update(() -> read + " dead letters read"));
        } catch (KafkaException refused) {
            throw KafkaFailures.explain(refused, connection.address(), topic, KEY);
        }
    }

    BrokerConnection connection() {
        return connection;
    }

    KafkaConfig kafka() {
        return kafka;
    }

    @Override
    public void close() {
        connection.close();
    }
}
