package org.brisket.bench.e2e;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic as its users do, committed records only, and notes when each answer was there. */
final class Arrivals implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(20);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(90);

    /** Whose answer a record is: the number of the submission; complains about a wrong one. */
    interface Reading {
        int number(ConsumerRecord<byte[], byte[]> answer);
    }

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Reading reading;
    private final long[] nanos;
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
    private final Thread thread;
    private int count;
    private volatile boolean closed;

    /**
     * @param numbers of submissions, 0 to this
     */
    Arrivals(String brokers, String topic, int partitions, int numbers, Reading reading) {
        this.reading = reading;
        this.nanos = new long[numbers];
        this.consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers",
                                brokers,
                                "isolation.level",
                                "read_committed",
                                "max.poll.records",
                                5_000),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        List<TopicPartition> all =
                java.util.stream.IntStream.range(0, partitions)
                        .mapToObj(partition -> new TopicPartition(topic, partition))
                        .toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
        this.thread = new Thread(this::read, "answers");
        thread.setDaemon(true);
        thread.start();
    }

    private void read() {
        try (consumer) {
            while (!closed) {
                for (ConsumerRecord<byte[], byte[]> answer : consumer.poll(POLL)) {
                    note(reading.number(answer), System.nanoTime());
                }
            }
        } catch (RuntimeException e) {
            failure.set(e);
        }
    }

    private synchronized void note(int number, long now) {
        if (nanos[number] != 0) {
            throw new IllegalStateException("submission " + number + " was answered twice");
        }
        nanos[number] = now;
        count++;
        notifyAll();
    }

    /** Waits until so many submissions have their answers. */
    synchronized void await(int wanted, ChildJvm job) throws Exception {
        int before = count;
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (count < wanted) {
            if (failure.get() != null) {
                throw failure.get();
            }
            job.requireAlive();
            if (count > before) {
                before = count;
                deadline = System.nanoTime() + PATIENCE_NANOS;
            } else if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "%d of %d submissions have answers, none more came for %d s"
                                .formatted(
                                        count,
                                        wanted,
                                        TimeUnit.NANOSECONDS.toSeconds(PATIENCE_NANOS)));
            }
            wait(500);
        }
    }

    /** When the answer was visible, by the clock of {@link System#nanoTime}; 0 before it is. */
    synchronized long nanosOf(int number) {
        return nanos[number];
    }

    synchronized long lastOf(int from, int to) {
        long last = nanos[from];
        for (int number = from; number < to; number++) {
            last = nanos[number] - last > 0 ? nanos[number] : last;
        }
        return last;
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
