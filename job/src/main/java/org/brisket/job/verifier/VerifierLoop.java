package org.brisket.job.verifier;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.brisket.job.audit.log.LogTopic;
import org.brisket.job.config.KafkaTopics;

/**
 * Reads the public topics from their beginnings on, for ever. Of several partitions the one that
 * has got least far in time is read first, so that little is early.
 */
public final class VerifierLoop {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long SETTLE_MILLIS = 1_000;

    private final KafkaConsumer<byte[], byte[]> reader;
    private final List<TopicPartition> partitions;
    private final KafkaTopics topics;
    private final VerifierCounts counts;
    private final Verifier verifier;
    private final Map<TopicPartition, Long> reached = new HashMap<>();
    private long settled;

    public VerifierLoop(
            KafkaConsumer<byte[], byte[]> reader,
            List<TopicPartition> partitions,
            KafkaTopics topics,
            VerifierCounts counts) {
        this.reader = reader;
        this.partitions = List.copyOf(partitions);
        this.topics = topics;
        this.counts = counts;
        boolean whole =
                reader.beginningOffsets(partitions).values().stream().allMatch(begin -> begin == 0);
        this.verifier = new Verifier(whole, counts);
    }

    public void run(Duration grace, BooleanSupplier goesOn) {
        reader.assign(partitions);
        reader.seekToBeginning(partitions);
        while (goesOn.getAsBoolean()) {
            for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
                take(record);
            }
            long now = System.currentTimeMillis();
            Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
            counts.lastPollMillis.set(now);
            steer(ends);
            if (counts.lag.get() == 0 || now - settled >= SETTLE_MILLIS) {
                settled = now;
                verifier.settle(now, grace.toMillis());
            }
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        String origin = record.topic() + "-" + record.partition() + "-" + record.offset();
        long now = System.currentTimeMillis();
        if (record.topic().equals(topics.admissions())) {
            verifier.change(LogTopic.ADMISSIONS, origin, record.value(), now);
        } else if (record.topic().equals(topics.rollbacks())) {
            verifier.change(LogTopic.ROLLBACKS, origin, record.value(), now);
        } else {
            verifier.result(record.value());
        }
        reached.put(new TopicPartition(record.topic(), record.partition()), record.timestamp());
        counts.lastRecordMillis.set(record.timestamp());
    }

    /** Lets those wait that are ahead of a partition which is not at its end. */
    private void steer(Map<TopicPartition, Long> ends) {
        List<TopicPartition> behind = new ArrayList<>();
        long lag = 0;
        for (TopicPartition partition : partitions) {
            long left = ends.get(partition) - reader.position(partition);
            lag += Math.max(0, left);
            if (left > 0) {
                behind.add(partition);
            }
        }
        counts.lag.set(lag);
        long slowest = behind.stream().mapToLong(p -> reached.getOrDefault(p, 0L)).min().orElse(0);
        List<TopicPartition> ahead =
                behind.stream().filter(p -> reached.getOrDefault(p, 0L) > slowest).toList();
        reader.resume(partitions);
        reader.pause(ahead);
    }
}
