package org.brisket.state.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.brisket.protocol.broadcast.EndpointAnswer;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.state.ledger.LedgerVerdict;

/**
 * A committed transaction.
 *
 * @param ledgers what it does in each ledger that holds it
 * @param answers what the endpoints said last that was of interest
 * @param blockHeight the height of its block; 0 if none
 * @param deadline when patience with one that is in flight, contested or suspect ends, or the block
 *     of a confirmed one is looked at next (milliseconds since 1970); 0 if neither is due
 * @param published whether its admission was published
 * @param rolledBackFor why it was rolled back last, which stays when it is committed again
 * @param awaitedAnswers how many broadcasts of it await their answer
 * @param blockRoot the merkle root of its block, if the proof of it is known
 * @param lateNews what the network said after it was rolled back
 */
public record TrackedTransaction(
        Phase phase,
        List<LedgerVerdict> ledgers,
        List<EndpointAnswer> answers,
        long blockHeight,
        long deadline,
        boolean published,
        Optional<Rejection> rolledBackFor,
        int awaitedAnswers,
        Optional<MerkleRoot> blockRoot,
        Polling polling,
        LateNews lateNews) {

    /** One that was never sent to the network. */
    public TrackedTransaction(
            Phase phase,
            List<LedgerVerdict> ledgers,
            List<EndpointAnswer> answers,
            long blockHeight,
            long deadline,
            boolean published,
            Optional<Rejection> rolledBackFor,
            int awaitedAnswers) {
        this(
                phase,
                ledgers,
                answers,
                blockHeight,
                deadline,
                published,
                rolledBackFor,
                awaitedAnswers,
                Optional.empty(),
                Polling.NONE,
                LateNews.NONE);
    }

    public TrackedTransaction {
        ledgers = List.copyOf(ledgers);
        answers = List.copyOf(answers);
    }

    static TrackedTransaction decided(Phase phase, List<LedgerVerdict> ledgers, long height) {
        return new TrackedTransaction(
                phase, ledgers, List.of(), height, 0, false, Optional.empty(), 0);
    }

    /** Decided again after a rollback, which is not forgotten. */
    TrackedTransaction decidedAgain(Phase next, List<LedgerVerdict> again, long height) {
        return decided(next, again, height)
                .change(
                        draft -> {
                            draft.rolledBackFor = rolledBackFor;
                            draft.awaitedAnswers = awaitedAnswers;
                            draft.polling = polling.anew();
                        });
    }

    /** True if it is undone, or was before it was committed again. */
    boolean wasUndone() {
        return rolledBackFor.isPresent();
    }

    /** Undone before any submission of it was decided; no ledger is known to hold it. */
    static TrackedTransaction neverDecided(Rejection cause) {
        return decided(Phase.ROLLED_BACK, List.of(), 0).undoneFor(cause);
    }

    boolean covers(LedgerVerdict verdict) {
        return ledgers.stream().anyMatch(held -> held.ledger().equals(verdict.ledger()));
    }

    /** True if one of these verdicts is on the very change of a ledger that it was undone in. */
    boolean hasUndoneAny(List<LedgerVerdict> verdicts) {
        return phase == Phase.ROLLED_BACK
                && verdicts.stream()
                        .filter(verdict -> verdict.position().sequence() > 0)
                        .anyMatch(verdict -> ledgers.stream().anyMatch(v -> isSame(v, verdict)));
    }

    private static boolean isSame(LedgerVerdict one, LedgerVerdict other) {
        return one.ledger().equals(other.ledger())
                && one.position().sequence() == other.position().sequence();
    }

    /** True while a post of it may still reach the network. */
    boolean isBeingPosted() {
        return awaitedAnswers > 0 || polling.postsUnderWay() > 0;
    }

    TrackedTransaction plus(List<LedgerVerdict> more) {
        List<LedgerVerdict> all = new ArrayList<>(ledgers);
        all.addAll(more);
        return change(draft -> draft.ledgers = all);
    }

    TrackedTransaction in(Phase next, long until) {
        return change(
                draft -> {
                    draft.phase = next;
                    draft.deadline = until;
                });
    }

    TrackedTransaction answered(List<EndpointAnswer> latest) {
        return change(draft -> draft.answers = latest);
    }

    TrackedTransaction minedAt(long height, Optional<MerkleRoot> root) {
        return change(
                draft -> {
                    draft.blockHeight = height;
                    draft.blockRoot = root;
                });
    }

    TrackedTransaction inNoBlock() {
        return minedAt(0, Optional.empty());
    }

    TrackedTransaction awaiting(int answersMore) {
        return change(draft -> draft.awaitedAnswers += answersMore);
    }

    TrackedTransaction asPublished() {
        return change(draft -> draft.published = true);
    }

    TrackedTransaction undoneFor(Rejection rejection) {
        return change(
                draft -> {
                    draft.deadline = 0;
                    draft.rolledBackFor = Optional.of(rejection);
                });
    }

    TrackedTransaction polled(Polling next) {
        return change(draft -> draft.polling = next);
    }

    TrackedTransaction lately(LateNews news) {
        return change(draft -> draft.lateNews = news);
    }

    private TrackedTransaction change(Consumer<TrackedTransactionDraft> change) {
        TrackedTransactionDraft draft = new TrackedTransactionDraft(this);
        change.accept(draft);
        return draft.finish();
    }
}
