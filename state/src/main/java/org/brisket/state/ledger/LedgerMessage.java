package org.brisket.state.ledger;

import java.util.List;
import java.util.Optional;
import org.brisket.protocol.hash.Txid;
import org.brisket.state.submission.SubmissionPayload;
import org.brisket.state.submission.SubmissionTicket;

/** What a ledger tells the coordinator. */
public sealed interface LedgerMessage {
    /** The subject whose coordinator is told. */
    Txid txid();

    /**
     * A ledger's answer to a proposal. With a yes come the ancestors that it applied first. The
     * first ledger's vote brings the payload along, and with a yes the subject in Extended Format.
     * The voters are those of the proposal.
     */
    record Vote(
            SubmissionTicket ticket,
            LedgerVerdict verdict,
            List<AncestorVerdict> ancestors,
            byte[] extendedTransaction,
            Optional<SubmissionPayload> payload,
            List<String> voters)
            implements LedgerMessage {
        public Vote {
            ancestors = List.copyOf(ancestors);
            voters = List.copyOf(voters);
        }

        /** Which does not say what other ledgers vote. */
        public Vote(
                SubmissionTicket ticket,
                LedgerVerdict verdict,
                List<AncestorVerdict> ancestors,
                byte[] extendedTransaction,
                Optional<SubmissionPayload> payload) {
            this(ticket, verdict, ancestors, extendedTransaction, payload, List.of());
        }

        @Override
        public Txid txid() {
            return ticket.txid();
        }
    }

    /** A transaction cannot stay, because one that it stands on was undone. */
    record Objection(Txid txid, Txid cause) implements LedgerMessage {}

    /**
     * An ancestor that a subject brought along cannot stay, because one that it stands on was
     * undone. It goes to the subject's coordinator, so that it stays behind the subject's decision.
     */
    record AncestorObjection(Txid txid, Txid ancestor, Txid cause) implements LedgerMessage {}
}
