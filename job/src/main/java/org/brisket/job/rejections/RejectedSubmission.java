package org.brisket.job.rejections;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.brisket.protocol.submission.RecordPosition;
import org.brisket.protocol.submission.SubmissionHeaders;

/**
 * A record of the dead letters: the original key, value and headers, and behind them the headers in
 * which the job says why. Of headers with one name the last counts, because a client may have sent
 * the job's names, too.
 */
public record RejectedSubmission(ConsumerRecord<byte[], byte[]> record) {
    static final String REASON_PREFIX = "brisket-reason-";

    /** Names of the job's six headers, which it puts behind all others. */
    static final int REASON_HEADERS = 6;

    private static final String CODE = REASON_PREFIX + "code";
    private static final String UNKNOWN = "?";

    /** False for what something else wrote into the topic. */
    public boolean isOurs() {
        return header(CODE).isPresent() && record.value() != null;
    }

    /** Where it lies among the dead letters: topic-partition-offset. */
    public String place() {
        return new RecordPosition(record.topic(), record.partition(), record.offset()).toString();
    }

    public TopicPartition partition() {
        return new TopicPartition(record.topic(), record.partition());
    }

    /** When the job refused it, by the clock of the machine that wrote it. */
    public Instant time() {
        return Instant.ofEpochMilli(record.timestamp());
    }

    public String reason() {
        return header(CODE).orElse(UNKNOWN);
    }

    public boolean isRetryable() {
        return header(REASON_PREFIX + "retryable").map("true"::equals).orElse(false);
    }

    public String detail() {
        return header(REASON_PREFIX + "detail").orElse("");
    }

    public String submissionId() {
        return header(REASON_PREFIX + "submission-id").orElse(UNKNOWN);
    }

    /** The overlay topics that it names, as its sender wrote them. */
    public String topics() {
        return header(SubmissionHeaders.TOPICS).orElse("");
    }

    /** How often it has been replayed; what is no number counts as never. */
    public int replays() {
        return header(ReplayHeaders.ATTEMPT)
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    /** The dead letter that a replay sent again, if this is a refused replay. */
    public Optional<String> replayOf() {
        return header(ReplayHeaders.REPLAY_OF);
    }

    private Optional<String> header(String name) {
        return Optional.ofNullable(record.headers().lastHeader(name)).map(RejectedSubmission::text);
    }

    /** A header's text; Kafka allows headers without a value. */
    public static String text(Header header) {
        return header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
