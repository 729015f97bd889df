package org.brisket.state.simulation;

import java.util.List;
import java.util.Optional;
import org.brisket.protocol.submission.KafkaRecord;
import org.brisket.state.ledger.Proposal;
import org.brisket.state.submission.SubmissionTicket;

/** A verified submission as the job reads it; its ancestors are in Extended Format too. */
record SimulatedSubmission(
        SubmissionTicket ticket, byte[] extended, List<byte[]> ancestors, List<String> ledgers) {
    private static final byte[] NOTHING = {};

    /** One proposal for each ledger; the first carries the record. */
    Proposal proposal(int ledger) {
        Optional<KafkaRecord> source = ledger == 0 ? Optional.of(source()) : Optional.empty();
        return new Proposal(ticket, ledgers.get(ledger), extended, ancestors, NOTHING, source);
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
