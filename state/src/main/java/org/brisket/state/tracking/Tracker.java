package org.brisket.state.tracking;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.brisket.protocol.broadcast.EndpointAnswer;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.protocol.verdict.RejectionReason;
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

    public Tracker(TrackingStore store, TrackingEffects effects, long refusalDeadlineMillis) {
        this.store = store;
        this.effects = effects;
        this.refusalDeadlineMillis = refusalDeadlineMillis;
    }

    public void decide(Decision decision, long nowMillis) {
        decision.read(
                new Decision.Reader<Void>() {
                    @Override
                    public Void commit(Decision.Commit commit) {
                        onCommit(commit);
                        return null;
                    }

                    @Override
                    public Void abort(Decision.Abort abort) {
                        onAbort(abort);
                        return null;
                    }

                    @Override
                    public Void repeat(Decision.Repeat repeat) {
                        await(repeat.ticket(), repeat.verdicts());
                        return null;
                    }

                    @Override
                    public Void rollback(Decision.Rollback rollback) {
                        Optional<Rejection> cause = parentUndone(rollback.cause());
                        advance(rollback.txid(), NetworkEvent.PARENT_UNDONE, cause, nowMillis);
                        return null;
                    }
                });
    }

    public void observe(NetworkObservation observation, long nowMillis) {
        if (observation instanceof NetworkObservation.Answered answered) {
            answered(answered.txid(), answered.outcome().answers(), nowMillis);
        } else if (observation instanceof NetworkObservation.Hinted hinted) {
            NetworkEvent event =
                    hinted.seenOnNetwork() ? NetworkEvent.ACCEPTED : NetworkEvent.PENDING;
            advance(hinted.txid(), event, Optional.empty(), nowMillis);
        } else if (observation instanceof NetworkObservation.Mined mined) {
            store.transaction().ifPresent(t -> store.put(t.minedAt(mined.blockHeight())));
            advance(mined.txid(), NetworkEvent.MINED, Optional.empty(), nowMillis);
        }
    }

    /** A reminder came due; it means something only if the deadline still runs. */
    public void remind(Txid txid, long nowMillis) {
        Optional<TrackedTransaction> tracked = store.transaction();
        if (tracked.isPresent()
                && tracked.get().deadline() != 0
                && tracked.get().deadline() <= nowMillis) {
            advance(
                    txid,
                    NetworkEvent.DEADLINE_PASSED,
                    Optional.of(refusedByNetwork(tracked.get().answers())),
                    nowMillis);
        }
    }

    private void onCommit(Decision.Commit commit) {
        SubmissionTicket ticket = commit.ticket();
        List<LedgerVerdict> taken =
                commit.verdicts().stream().filter(LedgerVerdict::isYes).toList();
        if (!ticket.eachDecides()) {
            taken.forEach(v -> order(v, LedgerOrder.Kind.COMMIT, ticket.txid(), ticket.key()));
        }
        Optional<TrackedTransaction> tracked =
                store.transaction().filter(t -> t.phase() != Phase.ROLLED_BACK);
        if (tracked.isEmpty()) {
            begin(ticket, taken);
        } else {
            extend(ticket, tracked.get(), taken);
        }
        await(ticket, commit.verdicts());
    }

    private void begin(SubmissionTicket ticket, List<LedgerVerdict> taken) {
        Phase phase = ticket.broadcast() ? Phase.DECIDED : Phase.ACCEPTED;
        if (ticket.minedAtHeight() > 0) {
            phase = Phase.CONFIRMED;
        }
        TrackedTransaction begun = TrackedTransaction.decided(phase, taken, ticket.minedAtHeight());
        store.put(publishIfAdmitted(ticket.txid(), begun, taken));
    }

    private void extend(
            SubmissionTicket ticket, TrackedTransaction tracked, List<LedgerVerdict> taken) {
        List<LedgerVerdict> more = taken.stream().filter(v -> !tracked.covers(v)).toList();
        if (more.isEmpty()) {
            return;
        }
        TrackedTransaction extended = tracked.plus(more);
        if (extended.published()) {
            effects.admission(ticket.txid(), more, extended);
        }
        store.put(extended);
    }

    private TrackedTransaction publishIfAdmitted(
            Txid txid, TrackedTransaction transaction, List<LedgerVerdict> ledgers) {
        if (!transaction.phase().isAdmitted() || transaction.published()) {
            return transaction;
        }
        effects.admission(txid, ledgers, transaction);
        return transaction.asPublished();
    }

    private void onAbort(Decision.Abort abort) {
        SubmissionTicket ticket = abort.ticket();
        // Where each ledger decides, it has committed already: only a rollback undoes that.
        LedgerOrder.Kind kind =
                ticket.eachDecides() ? LedgerOrder.Kind.ROLLBACK : LedgerOrder.Kind.ABORT;
        abort.verdicts().stream()
                .filter(LedgerVerdict::isYes)
                .forEach(v -> order(v, kind, ticket.txid(), ticket.key()));
        SubmissionResult result =
                SubmissionResult.rejected(ticket, abort.verdicts(), reasonOf(abort));
        effects.result(result);
        effects.deadLetter(result, abort.source());
    }

    private static Rejection reasonOf(Decision.Abort abort) {
        return abort.undoneParent()
                .flatMap(Tracker::parentUndone)
                .or(
                        () ->
                                abort.verdicts().stream()
                                        .flatMap(verdict -> verdict.rejection().stream())
                                        .findFirst())
                .orElseThrow(() -> new IllegalStateException("abort without reason: " + abort));
    }

    /** Answers a submission now if its transaction's fate is known, or when it is. */
    private void await(SubmissionTicket ticket, List<LedgerVerdict> verdicts) {
        WaitingSubmission waiting = new WaitingSubmission(ticket, verdicts);
        Optional<TrackedTransaction> tracked = store.transaction();
        if (tracked.isPresent() && isAnswered(tracked.get().phase())) {
            effects.result(SubmissionResult.of(waiting, tracked.get()));
        } else {
            store.addWaiting(waiting);
        }
    }

    private static boolean isAnswered(Phase phase) {
        return phase.isAdmitted() || phase == Phase.ROLLED_BACK;
    }

    private void answered(Txid txid, List<EndpointAnswer> answers, long nowMillis) {
        store.transaction().ifPresent(t -> store.put(t.answered(answers)));
        NetworkEvent event = Evidence.of(answers);
        advance(txid, event, Optional.of(refusedByNetwork(answers)), nowMillis);
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
        if (next == Phase.ROLLED_BACK) {
            moved = moved.undoneFor(refusal.orElseThrow());
            undo(txid, moved);
        }
        moved = publishIfAdmitted(txid, moved, moved.ledgers());
        store.put(moved);
        answerWaiting(moved);
    }

    private void undo(Txid txid, TrackedTransaction moved) {
        moved.ledgers().forEach(v -> order(v, LedgerOrder.Kind.ROLLBACK, txid, ""));
        effects.rollback(txid, moved);
    }

    private void answerWaiting(TrackedTransaction moved) {
        if (isAnswered(moved.phase())) {
            store.takeWaiting()
                    .forEach(waiting -> effects.result(SubmissionResult.of(waiting, moved)));
        }
    }

    private void order(LedgerVerdict verdict, LedgerOrder.Kind kind, Txid txid, String submission) {
        effects.order(new LedgerOrder(verdict.ledger(), kind, txid, submission));
    }

    private static Optional<Rejection> parentUndone(Txid cause) {
        return Optional.of(
                Rejection.of(
                        RejectionReason.PARENT_ROLLED_BACK,
                        "it stands on %s, which was undone",
                        cause));
    }

    private static Rejection refusedByNetwork(List<EndpointAnswer> answers) {
        String said =
                answers.stream()
                        .map(a -> a.endpoint() + ": " + a.code() + " " + a.detail())
                        .collect(Collectors.joining("; "));
        return new Rejection(RejectionReason.REFUSED_BY_NETWORK, said);
    }
}
