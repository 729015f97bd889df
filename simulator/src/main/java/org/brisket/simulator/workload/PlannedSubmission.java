package org.brisket.simulator.workload;

import java.util.List;
import java.util.Optional;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.submission.Header;

/**
 * A record to send to the submissions topic, and what must become of it. Records with the same key
 * keep their order, so a child never overtakes its parent. The txid is the subject's; malformed
 * values have none.
 */
public record PlannedSubmission(
        String submissionId,
        byte[] key,
        byte[] value,
        List<Header> headers,
        SubmissionKind kind,
        ExpectedVerdict expected,
        Optional<Txid> txid) {
    public PlannedSubmission {
        headers = List.copyOf(headers);
    }
}
