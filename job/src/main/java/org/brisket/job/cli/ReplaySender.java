package org.brisket.job.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.brisket.job.failure.ExplainedFailure;
import org.brisket.job.rejections.Pace;
import org.brisket.job.rejections.RejectedSubmission;
import org.brisket.job.rejections.ReplayHeaders;

/** Sends dead letters back at a bounded rate, with a bounded number of them on the way. */
final class ReplaySender {
    private static final String TOPIC_KEY = "kafka.topics.submissions";
    private static final int MAX_ON_THE_WAY = 256;

    private record Sent(String place, Future<RecordMetadata> answer) {}

    private final KafkaProducer<byte[], byte[]> producer;
    private final RejectionTopic rejections;
    private final String topic;
    private final Pace pace;
    private final Deque<Sent> onTheWay = new ArrayDeque<>();
    private long taken;

    /**
     * @throws ExplainedFailure if there is no topic of submissions
     */
    ReplaySender(KafkaProducer<byte[], byte[]> producer, RejectionTopic rejections, Pace pace) {
        this.producer = producer;
        this.rejections = rejections;
        this.topic = rejections.kafka().topics().submissions();
        this.pace = pace;
        rejections.connection().partitions(topic, TOPIC_KEY);
    }

    void send(RejectedSubmission rejected) {
        pace.await();
        if (onTheWay.size() >= MAX_ON_THE_WAY) {
            take(onTheWay.remove());
        }
        onTheWay.add(
                new Sent(rejected.place(), producer.send(ReplayHeaders.replay(rejected, topic))));
    }

    /** Waits until the broker has all of them. */
    void finish() {
        while (!onTheWay.isEmpty()) {
            take(onTheWay.remove());
        }
    }

    private void take(Sent sent) {
        try {
            sent.answer().get();
            taken++;
        } catch (ExecutionException refused) {
            String reason =
                    KafkaFailures.explain(
                                    refused.getCause(),
                                    rejections.connection().address(),
                                    topic,
                                    TOPIC_KEY)
                            .getMessage();
            throw new ExplainedFailure(
                    "%d were replayed, %s could not be: %s".formatted(taken, sent.place(), reason),
                    refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ExplainedFailure("interrupted after " + taken + " replays", stopped);
        }
    }
}
