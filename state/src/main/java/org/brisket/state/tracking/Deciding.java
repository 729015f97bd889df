package org.brisket.state.tracking;

import java.util.List;
import java.util.Optional;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.state.coordination.Decision;
import org.brisket.state.ledger.LedgerOrder;
import org.brisket.state.ledger.LedgerVerdict;
import org.brisket.state.submission.SubmissionTicket;

/** What decisions about a transaction lead to. */
final class Deciding {
    private final TrackingStore store;
    private final TrackerOrders orders;
    private final Admissions admissions;
    private final Results results;
    private final AwaitedAnswers answers;
    private final Progress progress;
    private final Hearing hearing;
    private final Polls polls;

    Deciding(
            TrackingStore store,
            TrackerOrders orders,
            Admissions admissions,
            Results results,
            AwaitedAnswers answers,
            Progress progress,
            Hearing hearing,
            Polls polls) {
        this.store = store;
        this.orders = orders;
        this.admissions = admissions;
        this.results = results;
        this.answers = answers;
        this.progress = progress;
        this.hearing = hearing;
        this.polls = polls;
    }

    void decide(Decision decision, long nowMillis) {
        decision.read(
                new Decision.Reader<Void>() {
                    @Override
                    public Void commit(Decision.Commit commit) {
                        onCommit(commit, nowMillis);
                        expectAnswer(commit.ticket(), commit.transactions(), nowMillis);
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
                        expectAnswer(ancestor.ticket(), List.of(), nowMillis);
                        return null;
                    }

                    @Override
                    public Void poll(Decision.Poll poll) {
                        throw new IllegalStateException(
                                "a question for endpoints came to the tracker: " + poll.txid());
                    }
                });
    }

    private void expectAnswer(SubmissionTicket ticket, List<byte[]> transactions, long nowMillis) {
        if (ticket.broadcast()) {
            polls.sent(transactions);
        }
        answers.expect(ticket).ifPresent(early -> hearing.answered(early, nowMillis));
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
        if (store.transaction().filter(t -> t.hasUndoneAny(ancestor.verdicts())).isPresent()) {
            // The rollback is on its way to the ledgers, and to what stands on it.
            orders.withdraw(ancestor.ticket(), ancestor.verdicts(), List.of());
        } else {
            confirm(ancestor.ticket(), ancestor.verdicts(), true);
        }
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
            progress.advance(rollback.txid(), NetworkEvent.NOT_HELD, Optional.of(cause), nowMillis);
        } else if (tracked.get().phase().isMined()) {
            orders.uphold(rollback.txid(), tracked.get());
        } else {
            progress.advance(
                    rollback.txid(), NetworkEvent.PARENT_UNDONE, Optional.of(cause), nowMillis);
        }
    }

    private void believeProof(SubmissionTicket ticket, long nowMillis) {
        if (ticket.minedAtHeight() > 0) {
            hearing.mined(ticket.txid(), ticket.minedAtHeight(), Optional.empty(), nowMillis);
        }
    }
}
