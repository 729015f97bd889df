package org.brisket.job.e2e.atomic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.brisket.job.e2e.SimulatedWorld;

/** Reads a topic as it grows, only what is committed. */
final class ResultFeed implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final ObjectMapper json = new ObjectMapper();
    private final KafkaConsumer<byte[], byte[]> consumer;

    ResultFeed(SimulatedWorld world, String topic) {
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                world.bootstrapServers(),
                                "isolation.level",
                                "read_committed",
                                "max.poll.records",
                                5_000),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        List<TopicPartition> partitions =
                consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** What has come since the last time. */
    List<JsonNode> poll() throws IOException {
        List<JsonNode> results = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(PATIENCE)) {
            results.add(json.readTree(record.value()));
        }
        return results;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
