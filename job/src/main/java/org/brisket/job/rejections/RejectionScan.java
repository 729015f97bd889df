package org.brisket.job.rejections;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.brisket.job.failure.ExplainedFailure;

/**
 * Reads the dead letters from a time on to where they end as the scan begins, one partition after
 * the other. It keeps none of them.
 */
public final class RejectionScan {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Comparator<TopicPartition> BY_NUMBER =
            Comparator.comparingInt(TopicPartition::partition);

    private final KafkaConsumer<byte[], byte[]> reader;
    private final Map<TopicPartition, Long> begins;
    private final Map<TopicPartition, Long> ends;
    private final Duration patience;
    private long read;

    /**
     * @param reader a consumer of committed records without a group
     * @param patience how long the broker may give nothing
     */
    public RejectionScan(
            KafkaConsumer<byte[], byte[]> reader,
            Collection<TopicPartition> partitions,
            Optional<Instant> since,
            Duration patience) {
        this.reader = reader;
        this.patience = patience;
        this.ends = reader.endOffsets(partitions);
        this.begins = begins(reader, partitions, since, ends);
    }

    private static Map<TopicPartition, Long> begins(
            KafkaConsumer<byte[], byte[]> reader,
            Collection<TopicPartition> partitions,
            Optional<Instant> since,
            Map<TopicPartition, Long> ends) {
        if (since.isEmpty()) {
            return reader.beginningOffsets(partitions);
        }
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(partition -> times.put(partition, since.get().toEpochMilli()));
        Map<TopicPartition, Long> begins = new HashMap<>();
        reader.offsetsForTimes(times)
                .forEach(
                        (partition, found) ->
                                begins.put(
                                        partition,
                                        found == null ? ends.get(partition) : found.offset()));
        return begins;
    }

    /**
     * Hands over the records until the taker says that it has enough.
     *
     * @param taker gives false to end the scan
     * @param progress is told after each poll how many records were read
     */
    public void forEach(Predicate<RejectedSubmission> taker, LongConsumer progress) {
        for (TopicPartition partition : ends.keySet().stream().sorted(BY_NUMBER).toList()) {
            reader.assign(List.of(partition));
            reader.seek(partition, begins.get(partition));
            if (!read(partition, taker, progress)) {
                return;
            }
        }
    }

    private boolean read(
            TopicPartition partition, Predicate<RejectedSubmission> taker, LongConsumer progress) {
        long end = ends.get(partition);
        long position = reader.position(partition);
        long deadline = System.nanoTime() + patience.toNanos();
        while (position < end) {
            for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
                if (record.offset() >= end) {
                    return true;
                }
                read++;
                if (!taker.test(new RejectedSubmission(record))) {
                    return false;
                }
            }
            progress.accept(read);
            long next = reader.position(partition);
            if (next > position) {
                deadline = System.nanoTime() + patience.toNanos();
            } else if (System.nanoTime() - deadline > 0) {
                throw new ExplainedFailure(partition + " gives nothing from offset " + position);
            }
            position = next;
        }
        return true;
    }
}
