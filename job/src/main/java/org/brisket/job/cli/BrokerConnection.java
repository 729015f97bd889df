package org.brisket.job.cli;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.brisket.job.config.KafkaConfig;
import org.brisket.job.failure.ExplainedFailure;

/** A broker that has answered, and the clients for it. */
final class BrokerConnection implements AutoCloseable {
    private final KafkaConfig kafka;
    private final Duration timeout;
    private final Admin admin;

    private BrokerConnection(KafkaConfig kafka, Duration timeout) {
        this.kafka = kafka;
        this.timeout = timeout;
        this.admin = Admin.create(settings(Map.of()));
    }

    /**
     * Connects and waits for an answer, so that what fails later is not the address.
     *
     * @throws ExplainedFailure if no broker answers in time, or it refuses us
     */
    static BrokerConnection open(KafkaConfig kafka, Duration timeout) {
        try {
            BrokerConnection connection = new BrokerConnection(kafka, timeout);
            connection.awaitAnswer();
            return connection;
        } catch (KafkaException wrongAddress) {
            throw KafkaFailures.explain(wrongAddress, kafka.bootstrapServers());
        }
    }

    /**
     * The partitions of a topic.
     *
     * @param key the configuration key that names the topic, for the message
     * @throws ExplainedFailure if there is no such topic
     */
    List<TopicPartition> partitions(String topic, String key) {
        return await(admin.describeTopics(List.of(topic)).topicNameValues().get(topic), topic, key)
                .partitions()
                .stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    /** A producer that acknowledges a record only when every replica has it. */
    KafkaProducer<byte[], byte[]> producer(int maxRecordBytes) {
        int millis = (int) timeout.toMillis();
        Map<String, Object> settings =
                Map.of(
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.LINGER_MS_CONFIG,
                        0,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        millis,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        millis,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        millis,
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        maxRecordBytes + 64 * 1024);
        return new KafkaProducer<>(
                settings(settings), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** A consumer without a group that sees committed records only. */
    KafkaConsumer<byte[], byte[]> committedReader() {
        return new KafkaConsumer<>(
                committedReaderSettings(),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** For those who make such a consumer elsewhere. */
    Map<String, Object> committedReaderSettings() {
        return settings(
                Map.of(
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"));
    }

    Admin admin() {
        return admin;
    }

    String address() {
        return kafka.bootstrapServers();
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }

    private void awaitAnswer() {
        try {
            await(admin.describeCluster().nodes(), "", "");
        } catch (ExplainedFailure refused) {
            close();
            throw refused;
        }
    }

    private <T> T await(KafkaFuture<T> answer, String topic, String key) {
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException refused) {
            throw KafkaFailures.explain(refused.getCause(), address(), topic, key);
        } catch (TimeoutException silent) {
            throw KafkaFailures.explain(silent, address());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ExplainedFailure("interrupted", stopped);
        }
    }

    private Map<String, Object> settings(Map<String, Object> ours) {
        Map<String, Object> settings = new HashMap<>(kafka.properties().asMap());
        int millis = (int) timeout.toMillis();
        settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "brisket-command-line");
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
        settings.putAll(ours);
        return settings;
    }
}
