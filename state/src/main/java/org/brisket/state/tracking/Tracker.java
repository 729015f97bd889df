package org.brisket.state.tracking;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.brisket.protocol.broadcast.EndpointAnswer;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.state.coordination.Decision;
import org.brisket.state.ledger.LedgerOrder;
import org.brisket.state.ledger.LedgerVerdict;
import org.brisket.state.submission.SubmissionTicket;

/**
 * Follows one transaction from its decision to its end on the network, and gives every submission
 * of it its one result. Duplicate and late news change nothing.
 */
public final class Tracker {
    private final TrackingStore store;
    private final TrackingEffects effects;
    private final long refusalDeadlineMillis;
    private final TrackerOrders orders;
    private final Results results;
    private final Admissions admissions;
    private final AwaitedAnswers answers;
    private final Burial burial;

    /** For as long as the chain's tip is the given one; it is empty while nobody knows it. */
    public Tracker(
            TrackingStore store,
            TrackingEffects effects,
            long refusalDeadlineMillis,
            Finality finality,
            OptionalLong tipHeight) {
        this.store = store;
        this.effects = effects;
        this.refusalDeadlineMillis = refusalDeadlineMillis;
        this.orders = new TrackerOrders(effects::order);
        this.results = new Results(store, effects);
        this.admissions = new Admissions(store, effects, orders);
        this.answers = new AwaitedAnswers(store);
        this.burial = new Burial(store, effects, finality, tipHeight);
    }

    public void decide(Decision decision, long nowMillis) {
        decision.read(
                new Decision.Reader<Void>() {
                    @Override
                    public Void commit(Decision.Commit commit) {
                        onCommit(commit, nowMillis);
                        answers.expect(commit.ticket()).ifPresent(early -> heed(early, nowMillis));
                        return null;
                    }

                    @Override
                    public Void abort(Decision.Abort abort) {
                        onAbort(abort);
                        return null;
                    }

                    @Override
                    public Void repeat(Decision.Repeat repeat) {
                        onRepeat(repeat, nowMillis);
                        return null;
                    }

                    @Override
                    public Void rollback(Decision.Rollback rollback) {
                        onRollback(rollback, nowMillis);
                        return null;
                    }

                    @Override
                    public Void ancestor(Decision.Ancestor ancestor) {
                        onAncestor(ancestor);
                        answers.expect(ancestor.ticket())
                                .ifPresent(early -> heed(early, nowMillis));
                        return null;
                    }
                });
        burial.watch(nowMillis);
    }

    public void observe(NetworkObservation observation, long nowMillis) {
        if (observation instanceof NetworkObservation.Answered answered) {
            answers.arrive(answered);
            heed(answered, nowMillis);
        } else if (observation instanceof NetworkObservation.Hinted hinted) {
            NetworkEvent event =
                    hinted.seenOnNetwork() ? NetworkEvent.ACCEPTED : NetworkEvent.PENDING;
            advance(hinted.txid(), event, Optional.empty(), nowMillis);
        } else if (observation instanceof NetworkObservation.Mined mined) {
            mined(mined.txid(), mined.blockHeight(), nowMillis);
        }
        burial.watch(nowMillis);
    }

    /** A reminder came due; it means something only if it is the one that was set last. */
    public void remind(Txid txid, long nowMillis) {
        store.transaction()
                .filter(tracked -> tracked.deadline() != 0 && tracked.deadline() <= nowMillis)
                .ifPresent(due -> remind(txid, due, nowMillis));
    }

    private void remind(Txid txid, TrackedTransaction due, long nowMillis) {
        if (due.phase() != Phase.CONFIRMED) {
            Rejection refusal = Reasons.refusedByNetwork(due.answers());
            advance(txid, NetworkEvent.DEADLINE_PASSED, Optional.of(refusal), nowMillis);
        } else if (burial.isDeepEnough(due, nowMillis)) {
            advance(txid, NetworkEvent.BURIED, Optional.empty(), nowMillis);
        }
    }

    /** The blocks at this height and above left the best chain, with what they had confirmed. */
    public void reorganise(Txid txid, long fromHeight, long nowMillis) {
        store.transaction()
                .filter(tracked -> tracked.blockHeight() >= fromHeight)
                .ifPresent(t -> advance(txid, NetworkEvent.UNMINED, Optional.empty(), nowMillis));
    }

    private void onCommit(Decision.Commit commit, long nowMillis) {
        SubmissionTicket ticket = commit.ticket();
        List<LedgerVerdict> taken = LedgerVerdict.yesAmong(commit.verdicts());
        boolean undone = store.transaction().isPresent() && admissions.standing().isEmpty();
        if (undone && taken.stream().anyMatch(LedgerVerdict::committedBefore)) {
            // That ledger had not heard of the rollback yet: its yes is worth nothing.
            orders.withdraw(ticket, taken, List.of());
            results.await(ticket, commit.verdicts());
            return;
        }
        confirm(ticket, taken, !ticket.isAlone());
        results.await(ticket, commit.verdicts());
        believeProof(ticket, nowMillis);
    }

    /** Nobody asked for its result; its ledgers wait for its order even where there is only one. */
    private void onAncestor(Decision.Ancestor ancestor) {
        confirm(ancestor.ticket(), ancestor.verdicts(), true);
    }

    /** Ledgers verify what was undone before; otherwise they need an order only if they wait. */
    private void confirm(SubmissionTicket ticket, List<LedgerVerdict> taken, boolean awaited) {
        if (store.transaction().filter(TrackedTransaction::wasUndone).isPresent()) {
            orders.all(taken, LedgerOrder.Kind.VERIFY, ticket);
        } else if (awaited) {
            orders.all(taken, LedgerOrder.Kind.COMMIT, ticket);
        }
        admissions.admit(ticket, taken);
    }

    private void onRepeat(Decision.Repeat repeat, long nowMillis) {
        SubmissionTicket ticket = repeat.ticket();
        List<LedgerVerdict> taken = LedgerVerdict.yesAmong(repeat.verdicts());
        Optional<TrackedTransaction> standing = admissions.standing();
        if (standing.isPresent() && !taken.stream().allMatch(standing.get()::covers)) {
            // Rolled back and committed again since, and not everywhere.
            orders.all(taken, LedgerOrder.Kind.VERIFY, ticket);
            admissions.extend(ticket, standing.get(), taken);
        }
        believeProof(ticket, nowMillis);
        results.await(ticket, repeat.verdicts());
    }

    private void onAbort(Decision.Abort abort) {
        orders.withdraw(abort.ticket(), abort.verdicts(), abort.ancestors());
        results.refuse(abort);
    }

    private void onRollback(Decision.Rollback rollback, long nowMillis) {
        Rejection cause = Reasons.of(rollback);
        Optional<TrackedTransaction> tracked = store.transaction();
        if (tracked.isEmpty()) {
            // Undone before any submission of it was decided; some may wait for that.
            TrackedTransaction undone = TrackedTransaction.neverDecided(cause);
            store.put(undone);
            results.answerWaiting(undone);
        } else if (rollback.cause().equals(rollback.txid())) {
            advance(rollback.txid(), NetworkEvent.NOT_HELD, Optional.of(cause), nowMillis);
        } else if (tracked.get().phase().isMined()) {
            orders.uphold(rollback.txid(), tracked.get());
        } else {
            advance(rollback.txid(), NetworkEvent.PARENT_UNDONE, Optional.of(cause), nowMillis);
        }
    }

    /** Evidence stays as it was when the submissions were answered, unless it changes the phase. */
    private void heed(NetworkObservation.Answered answered, long nowMillis) {
        List<EndpointAnswer> given = answered.outcome().answers();
        NetworkEvent event = Evidence.of(given);
        admissions
                .standing()
                .filter(t -> !given.isEmpty())
                .filter(
                        t ->
                                !Results.isAnswered(t.phase())
                                        || TransitionTable.moves(t.phase(), event))
                .ifPresent(t -> store.put(t.answered(given)));
        advance(answered.txid(), event, Optional.of(Reasons.refusedByNetwork(given)), nowMillis);
    }

    private void believeProof(SubmissionTicket ticket, long nowMillis) {
        if (ticket.minedAtHeight() > 0) {
            mined(ticket.txid(), ticket.minedAtHeight(), nowMillis);
        }
    }

    private void mined(Txid txid, long height, long nowMillis) {
        admissions
                .standing()
                .filter(tracked -> tracked.phase() != Phase.FINAL)
                .ifPresent(tracked -> store.put(tracked.minedAt(height)));
        advance(txid, NetworkEvent.MINED, Optional.empty(), nowMillis);
    }

    private void advance(
            Txid txid, NetworkEvent event, Optional<Rejection> refusal, long nowMillis) {
        TrackedTransaction tracked = store.transaction().orElse(null);
        if (tracked == null) {
            return;
        }
        Phase next = TransitionTable.next(tracked.phase(), event);
        if (next == tracked.phase()) {
            return;
        }
        long deadline = next == Phase.SUSPECT ? nowMillis + refusalDeadlineMillis : 0;
        if (deadline != 0) {
            effects.remindAt(deadline);
        }
        TrackedTransaction moved = tracked.in(next, deadline);
        if (event == NetworkEvent.UNMINED) {
            moved = moved.minedAt(0);
        }
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
        results.answerWaiting(moved);
    }
}
