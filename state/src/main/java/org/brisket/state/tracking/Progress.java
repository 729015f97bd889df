package org.brisket.state.tracking;

import java.util.Optional;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.verdict.Rejection;

/** Moves a transaction from phase to phase, with what each move leads to. */
final class Progress {
    private final TrackingStore store;
    private final TrackingEffects effects;
    private final TrackingSettings settings;
    private final TrackerOrders orders;
    private final Admissions admissions;
    private final Results results;
    private final Polls polls;

    Progress(
            TrackingStore store,
            TrackingEffects effects,
            TrackingSettings settings,
            TrackerOrders orders,
            Admissions admissions,
            Results results,
            Polls polls) {
        this.store = store;
        this.effects = effects;
        this.settings = settings;
        this.orders = orders;
        this.admissions = admissions;
        this.results = results;
        this.polls = polls;
    }

    /**
     * An event that the table may know.
     *
     * @param refusal why the transaction is undone, if the event undoes it
     */
    void advance(Txid txid, NetworkEvent event, Optional<Rejection> refusal, long nowMillis) {
        TrackedTransaction tracked = store.transaction().orElse(null);
        if (tracked == null) {
            return;
        }
        Phase next = TransitionTable.next(tracked.phase(), event);
        if (next != tracked.phase()) {
            move(txid, tracked, next, refusal, nowMillis);
        }
    }

    private void move(
            Txid txid,
            TrackedTransaction tracked,
            Phase next,
            Optional<Rejection> refusal,
            long nowMillis) {
        TrackedTransaction moved = tracked.in(next, deadline(tracked, next, nowMillis));
        moved = moved.polled(tracked.polling().anew());
        if (next == Phase.FINAL) {
            orders.finish(txid, moved.ledgers());
        }
        if (next == Phase.ROLLED_BACK) {
            moved = moved.undoneFor(refusal.orElseThrow());
            orders.undo(txid, moved);
            effects.rollback(txid, moved);
        }
        moved = admissions.publishIfAdmitted(txid, moved, moved.ledgers());
        store.put(moved);
        if (needsNoPost(next)) {
            store.forgetTransactions();
        }
        results.answerWaiting(moved);
    }

    private boolean needsNoPost(Phase phase) {
        return phase == Phase.ROLLED_BACK
                || phase == (settings.finality().isFollowed() ? Phase.FINAL : Phase.CONFIRMED);
    }

    private long deadline(TrackedTransaction tracked, Phase next, long nowMillis) {
        boolean impatient =
                next == Phase.SUSPECT
                        || (next == Phase.IN_FLIGHT || next == Phase.CONTESTED)
                                && polls.decideOn(tracked);
        if (!impatient) {
            return 0;
        }
        long deadline = nowMillis + settings.refusalDeadlineMillis();
        effects.remindAt(deadline);
        return deadline;
    }
}
