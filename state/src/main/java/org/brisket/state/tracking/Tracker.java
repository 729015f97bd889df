package org.brisket.state.tracking;

import java.util.List;
import java.util.Optional;
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
                        onCommit(commit, nowMillis);
                        matchAnswer(commit.ticket(), nowMillis);
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
                });
    }

    public void observe(NetworkObservation observation, long nowMillis) {
        if (observation instanceof NetworkObservation.Answered answered) {
            answered(answered, nowMillis);
        } else if (observation instanceof NetworkObservation.Hinted hinted) {
            NetworkEvent event =
                    hinted.seenOnNetwork() ? NetworkEvent.ACCEPTED : NetworkEvent.PENDING;
            advance(hinted.txid(), event, Optional.empty(), nowMillis);
        } else if (observation instanceof NetworkObservation.Mined mined) {
            mined(mined.txid(), mined.blockHeight(), nowMillis);
        }
    }

    /** A reminder came due; it means something only if the deadline still runs. */
    public void remind(Txid txid, long nowMillis) {
        Optional<TrackedTransaction> tracked = store.transaction();
        if (tracked.isPresent()
                && tracked.get().deadline() != 0
                && tracked.get().deadline() <= nowMillis) {
            Rejection refusal = Reasons.refusedByNetwork(tracked.get().answers());
            advance(txid, NetworkEvent.DEADLINE_PASSED, Optional.of(refusal), nowMillis);
        }
    }

    private void onCommit(Decision.Commit commit, long nowMillis) {
        SubmissionTicket ticket = commit.ticket();
        List<LedgerVerdict> taken =
                commit.verdicts().stream().filter(LedgerVerdict::isYes).toList();
        Optional<TrackedTransaction> known = store.transaction();
        boolean undone = known.isPresent() && standing().isEmpty();
        if (undone && taken.stream().anyMatch(LedgerVerdict::committedBefore)) {
            // That ledger had not heard of the rollback yet: its yes is worth nothing.
            withdraw(ticket, taken);
            await(ticket, commit.verdicts());
            return;
        }
        if (known.filter(TrackedTransaction::wasUndone).isPresent()) {
            orderAll(taken, LedgerOrder.Kind.VERIFY, ticket);
        } else if (!ticket.isAlone()) {
            orderAll(taken, LedgerOrder.Kind.COMMIT, ticket);
        }
        standing()
                .ifPresentOrElse(
                        tracked -> extend(ticket, tracked, taken), () -> begin(ticket, taken));
        await(ticket, commit.verdicts());
        believeProof(ticket, nowMillis);
    }

    private void onRepeat(Decision.Repeat repeat, long nowMillis) {
        SubmissionTicket ticket = repeat.ticket();
        List<LedgerVerdict> taken =
                repeat.verdicts().stream().filter(LedgerVerdict::isYes).toList();
        Optional<TrackedTransaction> standing = standing();
        if (standing.isPresent() && !taken.stream().allMatch(standing.get()::covers)) {
            // Rolled back and committed again since, and not everywhere.
            orderAll(taken, LedgerOrder.Kind.VERIFY, ticket);
            extend(ticket, standing.get(), taken);
        }
        believeProof(ticket, nowMillis);
        await(ticket, repeat.verdicts());
    }

    private void orderAll(
            List<LedgerVerdict> verdicts, LedgerOrder.Kind kind, SubmissionTicket ticket) {
        verdicts.forEach(verdict -> order(verdict, kind, ticket.txid(), ticket.key()));
    }

    /** The transaction, if there is one that is not undone. */
    private Optional<TrackedTransaction> standing() {
        return store.transaction().filter(t -> t.phase() != Phase.ROLLED_BACK);
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
        withdraw(ticket, abort.verdicts());
        SubmissionResult result =
                SubmissionResult.rejected(ticket, abort.verdicts(), Reasons.of(abort));
        effects.result(result);
        effects.deadLetter(result, abort.source());
    }

    /**
     * Takes back what a submission brought into ledgers. What was committed before it came is the
     * business of the submission that committed it.
     */
    private void withdraw(SubmissionTicket ticket, List<LedgerVerdict> verdicts) {
        orderAll(
                verdicts.stream().filter(v -> v.isYes() && !v.committedBefore()).toList(),
                LedgerOrder.Kind.ABORT,
                ticket);
    }

    private void onRollback(Decision.Rollback rollback, long nowMillis) {
        Rejection cause = Reasons.of(rollback);
        Optional<TrackedTransaction> tracked = store.transaction();
        if (tracked.isEmpty()) {
            // Undone before any submission of it was decided; some may wait for that.
            TrackedTransaction undone = TrackedTransaction.neverDecided(cause);
            store.put(undone);
            answerWaiting(undone);
        } else if (tracked.get().phase().isMined()) {
            uphold(rollback.txid(), tracked.get());
        } else {
            advance(rollback.txid(), NetworkEvent.PARENT_UNDONE, Optional.of(cause), nowMillis);
        }
    }

    /** A block outweighs a ledger's objection, and the ledger must hear of it. */
    private void uphold(Txid txid, TrackedTransaction mined) {
        mined.ledgers().forEach(v -> order(v, LedgerOrder.Kind.COMMIT, txid, ""));
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

    /** Every broadcast is answered once; the answer may come before the decision. */
    private void matchAnswer(SubmissionTicket ticket, long nowMillis) {
        if (!ticket.broadcast()) {
            return;
        }
        store.takeEarlyAnswer()
                .ifPresentOrElse(
                        answer -> heed(answer, nowMillis),
                        () -> store.transaction().ifPresent(t -> store.put(t.awaiting(1))));
    }

    private void answered(NetworkObservation.Answered answered, long nowMillis) {
        Optional<TrackedTransaction> tracked = store.transaction();
        if (tracked.isPresent() && tracked.get().awaitedAnswers() > 0) {
            store.put(tracked.get().awaiting(-1));
        } else {
            store.keepEarlyAnswer(answered);
        }
        heed(answered, nowMillis);
    }

    /** Evidence stays as it was when the submissions were answered, unless it changes the phase. */
    private void heed(NetworkObservation.Answered answered, long nowMillis) {
        List<EndpointAnswer> answers = answered.outcome().answers();
        NetworkEvent event = Evidence.of(answers);
        standing()
                .filter(t -> !answers.isEmpty())
                .filter(t -> !isAnswered(t.phase()) || TransitionTable.moves(t.phase(), event))
                .ifPresent(t -> store.put(t.answered(answers)));
        Rejection refusal = Reasons.refusedByNetwork(answers);
        advance(answered.txid(), event, Optional.of(refusal), nowMillis);
    }

    private void believeProof(SubmissionTicket ticket, long nowMillis) {
        if (ticket.minedAtHeight() > 0) {
            mined(ticket.txid(), ticket.minedAtHeight(), nowMillis);
        }
    }

    private void mined(Txid txid, long height, long nowMillis) {
        standing().ifPresent(tracked -> store.put(tracked.minedAt(height)));
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
        long sequence = submission.isEmpty() ? 0 : verdict.position().sequence();
        effects.order(new LedgerOrder(verdict.ledger(), kind, txid, submission, sequence));
    }
}
