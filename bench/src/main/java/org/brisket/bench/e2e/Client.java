package org.brisket.bench.e2e;

import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.brisket.protocol.submission.Header;
import org.brisket.simulator.workload.PlannedSubmission;

/** Whoever submits: signed payments into a topic, as fast as the broker takes them or paced. */
final class Client implements AutoCloseable {
    private final List<PlannedSubmission> signed;
    private final KafkaProducer<byte[], byte[]> producer;

    Client(String brokers, List<PlannedSubmission> signed) {
        this.signed = signed;
        this.producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", brokers, "linger.ms", 5),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    void fill(String topic, int from, int to) {
        for (int number = from; number < to; number++) {
            producer.send(record(topic, number));
        }
        producer.flush();
    }

    /** Sends at that rate; gives when each was sent, by {@link System#nanoTime}. */
    long[] pace(String topic, int from, int to, double perSecond) {
        long[] sent = new long[to - from];
        long start = System.nanoTime();
        for (int i = 0; i < sent.length; i++) {
            long due = start + (long) (i / perSecond * 1e9);
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(Math.max(1, due - System.nanoTime()));
            }
            // Its due time: a client that is held up does not make its answer come sooner.
            sent[i] = due;
            producer.send(record(topic, from + i));
        }
        producer.flush();
        return sent;
    }

    private ProducerRecord<byte[], byte[]> record(String topic, int number) {
        PlannedSubmission planned = signed.get(number);
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topic, planned.key(), planned.value());
        for (Header header : planned.headers()) {
            record.headers().add(header.name(), header.value());
        }
        return record;
    }

    @Override
    public void close() {
        producer.close();
    }
}
