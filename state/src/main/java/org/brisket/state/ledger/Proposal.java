package org.brisket.state.ledger;

import java.util.List;
import java.util.Optional;
import org.brisket.protocol.submission.KafkaRecord;
import org.brisket.state.submission.SubmissionPayload;
import org.brisket.state.submission.SubmissionTicket;

/**
 * A verified transaction put before one ledger: the subject and its unmined ancestors (parents
 * first) in Extended Format, with the subject's off-chain values. The first of a submission's
 * proposals carries the record that it came in. The voters are the keys of all ledgers that the
 * submission is put before, so that whoever waits for their votes can say for whose; none if it is
 * this one alone, or if the proposal was stored before it named them.
 */
public record Proposal(
        SubmissionTicket ticket,
        String ledger,
        byte[] extendedTransaction,
        List<byte[]> ancestors,
        byte[] offChainValues,
        Optional<KafkaRecord> source,
        List<String> voters) {
    public Proposal {
        ancestors = List.copyOf(ancestors);
        voters = List.copyOf(voters);
    }

    /** Which does not say what other ledgers it is put before. */
    public Proposal(
            SubmissionTicket ticket,
            String ledger,
            byte[] extendedTransaction,
            List<byte[]> ancestors,
            byte[] offChainValues,
            Optional<KafkaRecord> source) {
        this(ticket, ledger, extendedTransaction, ancestors, offChainValues, source, List.of());
    }

    /** About how many bytes it takes. */
    long size() {
        return (long) extendedTransaction.length
                + ancestors.stream().mapToLong(bytes -> bytes.length).sum()
                + offChainValues.length
                + source.map(record -> record.value().length).orElse(0);
    }

    /** What the vote of the ledger that was named first takes along. */
    Optional<SubmissionPayload> payload() {
        return source.map(record -> new SubmissionPayload(ancestors, record));
    }
}
