package org.brisket.state.ledger;

import java.util.Optional;
import org.brisket.state.submission.SubmissionPayload;
import org.brisket.state.submission.SubmissionTicket;

/**
 * A verified transaction put before one ledger: in Extended Format, with its off-chain values. The
 * first of a submission's proposals carries the payload.
 */
public record Proposal(
        SubmissionTicket ticket,
        String ledger,
        byte[] extendedTransaction,
        byte[] offChainValues,
        Optional<SubmissionPayload> payload) {

    /** About how many bytes it takes. */
    long size() {
        return (long) extendedTransaction.length
                + offChainValues.length
                + payload.map(SubmissionPayload::size).orElse(0L);
    }
}
