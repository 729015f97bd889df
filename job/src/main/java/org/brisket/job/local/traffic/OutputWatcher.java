package org.brisket.job.local.traffic;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * A thread that reads what the job commits to its output topics, from the offsets given to it on.
 */
public final class OutputWatcher implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final long CATCH_UP_NANOS = Duration.ofSeconds(20).toNanos();

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final OutputReader reader;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final Thread thread;
    private volatile boolean finishing;

    /** Starts to read; the consumer is the watcher's from now on. */
    public OutputWatcher(
            KafkaConsumer<byte[], byte[]> consumer,
            Map<TopicPartition, Long> begin,
            OutputReader reader) {
        this.consumer = consumer;
        this.reader = reader;
        consumer.assign(begin.keySet());
        begin.forEach(consumer::seek);
        this.thread = new Thread(this::run, "local-output-watcher");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try (consumer) {
            while (!finishing) {
                poll();
            }
            catchUp();
        } catch (RuntimeException | Error e) {
            failure.set(e);
        }
    }

    private void poll() {
        var batch = consumer.poll(POLL);
        long now = System.nanoTime();
        batch.forEach(record -> reader.read(record, now));
    }

    /** Reads on to where the committed records end by now. */
    private void catchUp() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        long deadline = System.nanoTime() + CATCH_UP_NANOS;
        while (System.nanoTime() < deadline
                && ends.entrySet().stream()
                        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            poll();
        }
    }

    /** Why the watcher stopped, if it did. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure.get());
    }

    /** Reads everything that is committed by now, then ends. */
    @Override
    public void close() {
        finishing = true;
        try {
            thread.join(2 * CATCH_UP_NANOS / 1_000_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
