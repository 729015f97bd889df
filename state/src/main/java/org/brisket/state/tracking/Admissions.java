package org.brisket.state.tracking;

import java.util.List;
import java.util.Optional;
import org.brisket.protocol.hash.Txid;
import org.brisket.state.ledger.LedgerVerdict;
import org.brisket.state.submission.SubmissionTicket;

/** What one transaction does in which ledgers, and the records that say so. */
final class Admissions {
    private final TrackingStore store;
    private final TrackingEffects effects;
    private final TrackerOrders orders;

    Admissions(TrackingStore store, TrackingEffects effects, TrackerOrders orders) {
        this.store = store;
        this.effects = effects;
        this.orders = orders;
    }

    /** The transaction, if there is one that is not undone. */
    Optional<TrackedTransaction> standing() {
        return store.transaction().filter(t -> t.phase() != Phase.ROLLED_BACK);
    }

    /** The transaction is decided for these ledgers, for the first time or in addition. */
    void admit(SubmissionTicket ticket, List<LedgerVerdict> taken) {
        standing()
                .ifPresentOrElse(
                        tracked -> extend(ticket, tracked, taken), () -> begin(ticket, taken));
    }

    private void begin(SubmissionTicket ticket, List<LedgerVerdict> taken) {
        Phase phase = ticket.broadcast() ? Phase.DECIDED : Phase.ACCEPTED;
        if (ticket.minedAtHeight() > 0) {
            phase = Phase.CONFIRMED;
        }
        TrackedTransaction begun = decided(phase, taken, ticket.minedAtHeight());
        store.put(publishIfAdmitted(ticket.txid(), begun, taken));
    }

    private TrackedTransaction decided(Phase phase, List<LedgerVerdict> taken, long height) {
        return store.transaction()
                .map(undone -> undone.decidedAgain(phase, taken, height))
                .orElseGet(() -> TrackedTransaction.decided(phase, taken, height));
    }

    void extend(SubmissionTicket ticket, TrackedTransaction tracked, List<LedgerVerdict> taken) {
        List<LedgerVerdict> more = taken.stream().filter(v -> !tracked.covers(v)).toList();
        if (more.isEmpty()) {
            return;
        }
        TrackedTransaction extended = tracked.plus(more);
        if (extended.published()) {
            effects.admission(ticket.txid(), more, extended);
        }
        if (extended.phase() == Phase.FINAL) {
            orders.finish(ticket.txid(), more);
        }
        store.put(extended);
    }

    TrackedTransaction publishIfAdmitted(
            Txid txid, TrackedTransaction transaction, List<LedgerVerdict> ledgers) {
        if (!transaction.phase().isAdmitted() || transaction.published()) {
            return transaction;
        }
        effects.admission(txid, ledgers, transaction);
        return transaction.asPublished();
    }
}
