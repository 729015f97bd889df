package org.brisket.state.submission;

import java.util.List;
import org.brisket.protocol.submission.KafkaRecord;

/**
 * The heavy part of a submission, which travels with the first ledger's proposal alone: the unmined
 * ancestors in Extended Format, parents first, and the record as it came.
 */
public record SubmissionPayload(List<byte[]> ancestors, KafkaRecord source) {
    public SubmissionPayload {
        ancestors = List.copyOf(ancestors);
    }
}
