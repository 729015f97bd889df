package org.brisket.job.rejections;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Dead letters for tests; headers are given as name, value, name, value. */
final class Letters {
    private Letters() {}

    static RejectedSubmission letter(long offset, long millis, String... headers) {
        RecordHeaders all = new RecordHeaders();
        for (int i = 0; i < headers.length; i += 2) {
            all.add(headers[i], headers[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return new RejectedSubmission(
                new ConsumerRecord<>(
                        "beef-rejections",
                        1,
                        offset,
                        millis,
                        TimestampType.CREATE_TIME,
                        1,
                        2,
                        new byte[] {7},
                        new byte[] {1, 2},
                        all,
                        Optional.empty()));
    }

    static RejectedSubmission letter(long offset, String reason, String id, String... headers) {
        String[] all = new String[headers.length + 4];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "brisket-reason-code";
        all[headers.length + 1] = reason;
        all[headers.length + 2] = "brisket-reason-submission-id";
        all[headers.length + 3] = id;
        return letter(offset, 1_000 + offset, all);
    }
}
