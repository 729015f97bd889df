package org.brisket.job.rejections;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.brisket.operators.output.RejectionHeaders;
import org.brisket.protocol.submission.RecordPosition;
import org.brisket.protocol.submission.SubmissionHeaders;

/**
 * A record of the dead letters: the original key, value and headers, and behind them the headers in
 * which the job says why. Of headers with one name the last counts, because a client may have sent
 * the job's names, too.
 */
public record RejectedSubmission(ConsumerRecord<byte[], byte[]> record) {
    private static final String UNKNOWN = "?";

    /** False for what something else wrote into the topic. */
    public boolean isOurs() {
        return header(RejectionHeaders.CODE).isPresent() && record.value() != null;
    }

    /** Where it lies among the dead letters: topic-partition-offset. */
    public String place() {
        return new RecordPosition(record.topic(), record.partition(), record.offset()).toString();
    }

    /** When the job refused it, by the clock of the machine that wrote it. */
    public Instant time() {
        return Instant.ofEpochMilli(record.timestamp());
    }

    public String reason() {
        return header(RejectionHeaders.CODE).orElse(UNKNOWN);
    }

    public boolean isRetryable() {
        return header(RejectionHeaders.RETRYABLE).map("true"::equals).orElse(false);
    }

    public String detail() {
        return header(RejectionHeaders.DETAIL).orElse("");
    }

    public String submissionId() {
        return header(RejectionHeaders.SUBMISSION_ID).orElse(UNKNOWN);
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
