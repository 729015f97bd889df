package org.brisket.state.ledger;

import java.util.Optional;
import org.brisket.protocol.hash.Txid;
import org.brisket.state.submission.SubmissionPayload;
import org.brisket.state.submission.SubmissionTicket;

/** What a ledger tells the coordinator. */
public sealed interface LedgerMessage {
    /** The transaction that it is about. */
    Txid txid();

    /**
     * A ledger's answer to a proposal. The first ledger's vote brings the payload along, and with a
     * yes the subject in Extended Format.
     */
    record Vote(
            SubmissionTicket ticket,
            LedgerVerdict verdict,
            byte[] extendedTransaction,
            Optional<SubmissionPayload> payload)
            implements LedgerMessage {
        @Override
        public Txid txid() {
            return ticket.txid();
        }
    }

    /** A transaction cannot stay, because one that it stands on was undone. */
    record Objection(Txid txid, Txid cause) implements LedgerMessage {}
}
