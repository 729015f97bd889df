package org.brisket.job.rejections;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.brisket.operators.output.RejectionHeaders;
import org.brisket.protocol.submission.SubmissionHeaders;

/** What a dead letter looks like when it is submitted again. */
public final class ReplayHeaders {
    /** The place of the dead letter that was sent again: topic-partition-offset. */
    public static final String REPLAY_OF = "brisket-replay-of";

    /** How often the submission has been sent again, this time included. */
    public static final String ATTEMPT = "brisket-replay-attempt";

    private ReplayHeaders() {}

    /**
     * The original key, value and headers, with the id that the submission was answered under, and
     * where the replay comes from. Kafka chooses the partition as it did for the original.
     */
    public static ProducerRecord<byte[], byte[]> replay(RejectedSubmission rejected, String topic) {
        ProducerRecord<byte[], byte[]> again =
                new ProducerRecord<>(topic, rejected.record().key(), rejected.record().value());
        original(rejected).forEach(again.headers()::add);
        if (again.headers().lastHeader(SubmissionHeaders.SUBMISSION_ID) == null) {
            again.headers().add(header(SubmissionHeaders.SUBMISSION_ID, rejected.submissionId()));
        }
        again.headers().add(header(REPLAY_OF, rejected.place()));
        again.headers().add(header(ATTEMPT, String.valueOf(rejected.replays() + 1)));
        return again;
    }

    /** The headers that the sender gave: neither the job's nor those of an earlier replay. */
    private static Stream<Header> original(RejectedSubmission rejected) {
        List<Header> all = Stream.of(rejected.record().headers().toArray()).toList();
        return all.subList(0, all.size() - reasons(all)).stream()
                .filter(header -> !header.key().equals(REPLAY_OF))
                .filter(header -> !header.key().equals(ATTEMPT));
    }

    /** The job's headers are the last ones; further ahead the same names are the sender's own. */
    private static int reasons(List<Header> all) {
        int count = 0;
        while (count < Math.min(RejectionHeaders.ALL.size(), all.size())
                && all.get(all.size() - 1 - count).key().startsWith(RejectionHeaders.PREFIX)) {
            count++;
        }
        return count;
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
