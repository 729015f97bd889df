package org.brisket.state.simulation;

import java.util.List;
import java.util.Optional;
import org.brisket.protocol.submission.KafkaRecord;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.state.ledger.Proposal;
import org.brisket.state.submission.SubmissionPayload;
import org.brisket.state.submission.SubmissionTicket;

/** A verified submission as the job reads it. */
record SimulatedSubmission(
        SubmissionTicket ticket, Transaction transaction, byte[] extended, List<String> ledgers) {
    private static final byte[] NOTHING = {};

    /** One proposal for each ledger; the first carries the payload. */
    Proposal proposal(int ledger) {
        Optional<SubmissionPayload> payload =
                ledger == 0
                        ? Optional.of(new SubmissionPayload(List.of(), source()))
                        : Optional.empty();
        return new Proposal(ticket, ledgers.get(ledger), extended, NOTHING, payload);
    }

    private KafkaRecord source() {
        return new KafkaRecord(
                ticket.position().topic(),
                ticket.position().partition(),
                ticket.position().offset(),
                0,
                NOTHING,
                NOTHING,
                List.of());
    }
}
