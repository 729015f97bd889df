package org.brisket.state.ledger;

import org.brisket.protocol.hash.Txid;
import org.brisket.state.submission.SubmissionTicket;

/**
 * A submission that waits for the outcome of a transaction which is applied: its key, and its
 * subject, which is the transaction itself or one that brought it along as an ancestor.
 */
public record Claim(String submission, Txid subject) {
    /** The subject of claims that were stored before claims knew it; no transaction has this id. */
    static final Txid UNKNOWN_SUBJECT = new Txid(0, 0, 0, 0);

    static Claim of(SubmissionTicket ticket) {
        return new Claim(ticket.key(), ticket.txid());
    }
}
