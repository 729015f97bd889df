package org.brisket.state.tracking;

import java.util.List;
import java.util.function.Consumer;
import org.brisket.protocol.hash.Txid;
import org.brisket.state.ledger.AncestorVerdict;
import org.brisket.state.ledger.LedgerOrder;
import org.brisket.state.ledger.LedgerVerdict;
import org.brisket.state.submission.SubmissionTicket;

/** What a tracker asks of the ledgers. */
final class TrackerOrders {
    private final Consumer<LedgerOrder> orders;

    TrackerOrders(Consumer<LedgerOrder> orders) {
        this.orders = orders;
    }

    /** The same of every ledger that gave one of these verdicts. */
    void all(List<LedgerVerdict> verdicts, LedgerOrder.Kind kind, SubmissionTicket ticket) {
        for (LedgerVerdict verdict : verdicts) {
            orders.accept(
                    new LedgerOrder(
                            verdict.ledger(),
                            kind,
                            ticket.txid(),
                            ticket.key(),
                            verdict.position().sequence()));
        }
    }

    /**
     * Takes back what a submission brought into ledgers. What was committed before it came is the
     * business of the submission that committed it. Children go before the ancestors that they
     * stand on.
     */
    void withdraw(
            SubmissionTicket ticket,
            List<LedgerVerdict> verdicts,
            List<AncestorVerdict> ancestors) {
        List<LedgerVerdict> brought =
                verdicts.stream().filter(v -> v.isYes() && !v.committedBefore()).toList();
        all(brought, LedgerOrder.Kind.ABORT, ticket);
        for (int i = ancestors.size() - 1; i >= 0; i--) {
            AncestorVerdict ancestor = ancestors.get(i);
            all(
                    List.of(ancestor.verdict()),
                    LedgerOrder.Kind.ABORT,
                    ticket.forAncestor(ancestor.txid()));
        }
    }

    /** A block outweighs a ledger's objection, and the ledger must hear of it. */
    void uphold(Txid txid, TrackedTransaction mined) {
        everywhere(txid, mined.ledgers(), LedgerOrder.Kind.COMMIT);
    }

    /** What it spent in these ledgers need not be kept any longer. */
    void finish(Txid txid, List<LedgerVerdict> verdicts) {
        everywhere(txid, verdicts, LedgerOrder.Kind.FINALIZE);
    }

    void undo(Txid txid, TrackedTransaction tracked) {
        everywhere(txid, tracked.ledgers(), LedgerOrder.Kind.ROLLBACK);
    }

    private void everywhere(Txid txid, List<LedgerVerdict> verdicts, LedgerOrder.Kind kind) {
        for (LedgerVerdict verdict : verdicts) {
            orders.accept(new LedgerOrder(verdict.ledger(), kind, txid, ""));
        }
    }
}
