package org.brisket.job.local.traffic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.brisket.connectors.kafka.ExactlyOnceKafkaSink;
import org.brisket.job.config.KafkaConfig;
import org.brisket.job.failure.ExplainedFailure;

/** Local mode's own clients of the broker, which stand outside of the job. */
public final class KafkaClients {
    private final KafkaConfig kafka;

    public KafkaClients(KafkaConfig kafka) {
        this.kafka = kafka;
    }

    public KafkaConfig kafka() {
        return kafka;
    }

    /** A producer that fails after a minute rather than wait for ever. */
    public KafkaProducer<byte[], byte[]> producer() {
        Map<String, Object> ours = new HashMap<>();
        ours.put("acks", "all");
        ours.put("enable.idempotence", true);
        ours.put("linger.ms", 5);
        ours.put("delivery.timeout.ms", 60_000);
        ours.put("max.request.size", ExactlyOnceKafkaSink.MAX_RECORD_BYTES);
        return new KafkaProducer<>(
                settings(ours), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** A consumer without a group that sees committed records only. */
    public KafkaConsumer<byte[], byte[]> committedReader() {
        Map<String, Object> ours = new HashMap<>();
        ours.put("isolation.level", "read_committed");
        ours.put("enable.auto.commit", false);
        ours.put("max.poll.records", 5_000);
        ours.put("auto.offset.reset", "none");
        return new KafkaConsumer<>(
                settings(ours), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Where the partitions of some topics end now. */
    public Map<TopicPartition, Long> ends(Collection<String> topics) {
        try (Admin admin = Admin.create(settings(Map.of()))) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (TopicDescription topic :
                    await(admin.describeTopics(topics).allTopicNames()).values()) {
                for (TopicPartitionInfo partition : topic.partitions()) {
                    partitions.add(new TopicPartition(topic.name(), partition.partition()));
                }
            }
            Map<TopicPartition, OffsetSpec> latest =
                    partitions.stream()
                            .collect(
                                    Collectors.toMap(
                                            Function.identity(), each -> OffsetSpec.latest()));
            Map<TopicPartition, Long> ends = new HashMap<>();
            await(admin.listOffsets(latest).all())
                    .forEach((partition, end) -> ends.put(partition, end.offset()));
            return ends;
        }
    }

    /** Lets the job's consumer group begin at these offsets, whatever the topics hold already. */
    public void beginAt(Map<TopicPartition, Long> offsets) {
        Map<TopicPartition, OffsetAndMetadata> begin = new HashMap<>();
        offsets.forEach((partition, offset) -> begin.put(partition, new OffsetAndMetadata(offset)));
        try (Admin admin = Admin.create(settings(Map.of()))) {
            await(admin.alterConsumerGroupOffsets(kafka.consumerGroup(), begin).all());
        }
    }

    /**
     * Aborts what a stopped job left open, so that committed readers of the topics need not wait
     * until it times out.
     */
    public void abortOpenTransactions() {
        try (Admin admin = Admin.create(settings(Map.of()))) {
            ListTransactionsOptions open =
                    new ListTransactionsOptions().filterStates(List.of(TransactionState.ONGOING));
            List<String> ours =
                    await(admin.listTransactions(open).all()).stream()
                            .map(TransactionListing::transactionalId)
                            .filter(id -> id.startsWith(kafka.transactionalIdPrefix()))
                            .toList();
            await(admin.fenceProducers(ours).all());
        }
    }

    private <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new ExplainedFailure(
                    "the broker at %s cannot be used: %s"
                            .formatted(kafka.bootstrapServers(), e.getCause().getMessage()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExplainedFailure("interrupted while waiting for the broker", e);
        }
    }

    private Map<String, Object> settings(Map<String, Object> ours) {
        Map<String, Object> settings = new HashMap<>(kafka.properties().asMap());
        settings.put("bootstrap.servers", kafka.bootstrapServers());
        settings.put("client.id", "brisket-local");
        settings.putAll(ours);
        return settings;
    }
}
