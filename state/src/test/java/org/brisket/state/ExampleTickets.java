package org.brisket.state;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.submission.Header;
import org.brisket.protocol.submission.KafkaRecord;
import org.brisket.protocol.submission.RecordPosition;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.state.ledger.Proposal;
import org.brisket.state.submission.SubmissionPayload;
import org.brisket.state.submission.SubmissionTicket;

/** Tickets and proposals; the offset tells one submission from another. */
public final class ExampleTickets {
    public static final String TOPIC = "beef-submissions";

    private ExampleTickets() {}

    /** A submission to one ledger, to be broadcast. */
    public static SubmissionTicket alone(Txid txid, long offset) {
        return ticket(txid, offset, 1, true);
    }

    /** A submission to several ledgers that decide together, to be broadcast. */
    public static SubmissionTicket together(Txid txid, long offset, int ledgers) {
        return ticket(txid, offset, ledgers, true);
    }

    /** A submission to several ledgers of which each decides for itself, to be broadcast. */
    public static SubmissionTicket independent(Txid txid, long offset, int ledgers) {
        return ticket(txid, offset, ledgers, false);
    }

    public static SubmissionTicket historical(Txid txid, long offset) {
        return new SubmissionTicket("s" + offset, at(offset), txid, 1, true, false, 0);
    }

    public static SubmissionTicket mined(Txid txid, long offset, long height) {
        return new SubmissionTicket("s" + offset, at(offset), txid, 1, true, false, height);
    }

    private static SubmissionTicket ticket(Txid txid, long offset, int ledgers, boolean together) {
        return new SubmissionTicket("s" + offset, at(offset), txid, ledgers, together, true, 0);
    }

    public static RecordPosition at(long offset) {
        return new RecordPosition(TOPIC, 0, offset);
    }

    /** The record that a submission came in. */
    public static KafkaRecord source(long offset) {
        return new KafkaRecord(
                TOPIC,
                0,
                offset,
                1_700_000_000_000L,
                "key".getBytes(StandardCharsets.UTF_8),
                ("value " + offset).getBytes(StandardCharsets.UTF_8),
                List.of(Header.of("x-topics", "tm_any")));
    }

    public static SubmissionPayload payload(SubmissionTicket ticket) {
        return new SubmissionPayload(List.of(), source(ticket.position().offset()));
    }

    /** The proposal to the ledger that is named first, which carries the payload. */
    public static Proposal first(SubmissionTicket ticket, String ledger, Transaction transaction) {
        return proposal(
                ticket, ledger, transaction, Optional.of(source(ticket.position().offset())));
    }

    /** The proposal to the ledger that is named first, with unmined ancestors, parents first. */
    public static Proposal bringing(
            SubmissionTicket ticket,
            String ledger,
            Transaction transaction,
            Transaction... ancestors) {
        return new Proposal(
                ticket,
                ledger,
                ExampleTransactions.extended(transaction),
                Stream.of(ancestors).map(ExampleTransactions::extended).toList(),
                new byte[0],
                Optional.of(source(ticket.position().offset())));
    }

    /** The proposal to a ledger that is named later. */
    public static Proposal later(SubmissionTicket ticket, String ledger, Transaction transaction) {
        return proposal(ticket, ledger, transaction, Optional.empty());
    }

    private static Proposal proposal(
            SubmissionTicket ticket,
            String ledger,
            Transaction transaction,
            Optional<KafkaRecord> source) {
        byte[] extended = ExampleTransactions.extended(transaction);
        return new Proposal(ticket, ledger, extended, List.of(), new byte[0], source);
    }
}
