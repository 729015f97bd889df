package org.brisket.state.submission;

import java.util.List;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.submission.KafkaRecord;
import org.brisket.protocol.submission.SubmissionOptions;

/**
 * A submission that keeps every rule of SPV: its subject and unmined ancestors (parents first) in
 * Extended Format, and the height of the block that holds the subject, 0 if none does.
 */
public record VerifiedSubmission(
        KafkaRecord source,
        SubmissionOptions options,
        Txid txid,
        byte[] subject,
        List<byte[]> ancestors,
        long minedAtHeight,
        byte[] offChainValues) {
    public VerifiedSubmission {
        ancestors = List.copyOf(ancestors);
    }
}
