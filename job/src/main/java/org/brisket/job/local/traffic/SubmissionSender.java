package org.brisket.job.local.traffic;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.brisket.job.failure.ExplainedFailure;
import org.brisket.protocol.submission.Header;
import org.brisket.protocol.submission.SubmissionHeaders;
import org.brisket.simulator.chain.MainnetBeef;
import org.brisket.simulator.workload.PlannedSubmission;

/** Puts submissions into the submissions topic, and into the book first. One thread uses it. */
public final class SubmissionSender implements AutoCloseable {
    private static final String REAL_KEY = "mainnet";

    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final Answers answers;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    public SubmissionSender(Producer<byte[], byte[]> producer, String topic, Answers answers) {
        this.producer = producer;
        this.topic = topic;
        this.answers = answers;
    }

    /** The id under which a real BEEF is submitted. */
    public static String idOf(MainnetBeef beef) {
        return REAL_KEY + "-" + beef.name();
    }

    public void send(MainnetBeef beef) {
        List<Header> headers =
                List.of(
                        Header.of(SubmissionHeaders.TOPICS, "tm_any"),
                        Header.of(SubmissionHeaders.SUBMISSION_ID, idOf(beef)));
        byte[] key = REAL_KEY.getBytes(StandardCharsets.UTF_8);
        byte[] value = beef.bytes();
        send(
                new SentSubmission(
                        idOf(beef),
                        REAL_KEY,
                        Expectation.of(beef),
                        Optional.of(beef.subject()),
                        RecordFingerprint.of(key, value, headers),
                        System.nanoTime()),
                key,
                value,
                headers);
    }

    public void send(PlannedSubmission planned) {
        send(
                new SentSubmission(
                        planned.submissionId(),
                        planned.kind().name(),
                        Expectation.of(planned.expected()),
                        planned.txid(),
                        RecordFingerprint.of(planned.key(), planned.value(), planned.headers()),
                        System.nanoTime()),
                planned.key(),
                planned.value(),
                planned.headers());
    }

    private void send(SentSubmission sent, byte[] key, byte[] value, List<Header> headers) {
        requireSound();
        ProducerRecord<byte[], byte[]> submission = new ProducerRecord<>(topic, key, value);
        headers.forEach(header -> submission.headers().add(header.name(), header.value()));
        answers.sent(sent);
        try {
            producer.send(submission, (place, refusal) -> failure.compareAndSet(null, refusal));
        } catch (KafkaException refusal) {
            throw explain(refusal);
        }
    }

    /** Waits until the broker has everything. */
    public void flush() {
        producer.flush();
        requireSound();
    }

    private void requireSound() {
        Exception refusal = failure.get();
        if (refusal != null) {
            throw explain(refusal);
        }
    }

    private ExplainedFailure explain(Exception refusal) {
        return new ExplainedFailure(
                "submissions cannot be written to topic " + topic + ": " + refusal.getMessage(),
                refusal);
    }

    @Override
    public void close() {
        producer.close();
    }
}
