package org.brisket.state.submission;

import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.submission.RecordPosition;

/**
 * What every message about one submission carries: who asked, for which transaction, how many
 * ledgers are named, whether they decide together, whether the transaction is to be broadcast, and
 * the height of the block that holds it already, 0 if none does.
 */
public record SubmissionTicket(
        String submissionId,
        RecordPosition position,
        Txid txid,
        int ledgerCount,
        boolean together,
        boolean broadcast,
        long minedAtHeight) {

    /** The same submission's ticket for an unmined ancestor that its subject brings along. */
    public SubmissionTicket forAncestor(Txid ancestor) {
        return new SubmissionTicket(
                submissionId, position, ancestor, ledgerCount, together, broadcast, 0);
    }

    /** What tells this submission from every other one; clients may reuse their own ids. */
    public String key() {
        return position.toString();
    }

    /** True if the only ledger's vote is the decision. */
    public boolean isAlone() {
        return ledgerCount == 1;
    }

    /** True if a ledger's yes is final by itself, because no other ledger can undo it. */
    public boolean eachDecides() {
        return isAlone() || !together;
    }
}
