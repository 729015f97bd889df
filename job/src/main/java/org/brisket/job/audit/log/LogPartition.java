package org.brisket.job.audit.log;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.brisket.job.failure.ExplainedFailure;

/**
 * A partition of a topic up to an offset, exclusive, which was the end for readers of committed
 * records when the audit began.
 *
 * @param settings of the consumer; they say read_committed
 */
public record LogPartition(
        LogTopic topic,
        Map<String, Object> settings,
        String name,
        int partition,
        long end,
        Duration patience)
        implements LogPart {
    private static final long serialVersionUID = 1L;
    private static final Duration POLL = Duration.ofMillis(200);

    public LogPartition {
        settings = Map.copyOf(settings);
    }

    @Override
    public void read(LineReader reader) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition assigned = new TopicPartition(name, partition);
            consumer.assign(List.of(assigned));
            consumer.seekToBeginning(List.of(assigned));
            read(consumer, assigned, reader);
        } catch (KafkaException e) {
            throw new ExplainedFailure(
                    name + "-" + partition + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void read(
            KafkaConsumer<byte[], byte[]> consumer, TopicPartition assigned, LineReader reader) {
        long deadline = System.nanoTime() + patience.toNanos();
        long position = consumer.position(assigned);
        while (position < end) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (record.offset() < end) {
                    String origin = name + "-" + partition + "-" + record.offset();
                    reader.take(origin, record.value() == null ? new byte[0] : record.value());
                }
            }
            long next = consumer.position(assigned);
            if (next > position) {
                deadline = System.nanoTime() + patience.toNanos();
            } else if (System.nanoTime() > deadline) {
                throw new ExplainedFailure(
                        name + "-" + partition + " gives nothing from offset " + position);
            }
            position = next;
        }
    }
}
