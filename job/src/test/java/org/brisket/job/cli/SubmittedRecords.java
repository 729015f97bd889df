package org.brisket.job.cli;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What lies in the topic of submissions, read for a test. */
final class SubmittedRecords {
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private SubmittedRecords() {}

    /** Value in hex and headers of every submission, once there are {@code count} of them. */
    static List<String> read(String bootstrapServers, int count) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
        List<TopicPartition> partitions =
                List.of(
                        new TopicPartition("beef-submissions", 0),
                        new TopicPartition("beef-submissions", 1));
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return poll(consumer, count);
        }
    }

    private static List<String> poll(KafkaConsumer<byte[], byte[]> consumer, int count) {
        List<String> found = new ArrayList<>();
        Instant end = Instant.now().plus(DEADLINE);
        while (found.size() < count) {
            consumer.poll(Duration.ofMillis(100)).forEach(one -> found.add(describe(one)));
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("after 30 s there are " + found + ", wanted " + count);
            }
        }
        return found;
    }

    private static String describe(ConsumerRecord<byte[], byte[]> submission) {
        Map<String, String> headers = new LinkedHashMap<>();
        submission
                .headers()
                .forEach(
                        header ->
                                headers.put(
                                        header.key(),
                                        new String(header.value(), StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(submission.value()) + " " + headers;
    }
}
