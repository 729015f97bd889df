package org.brisket.state.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.brisket.protocol.broadcast.EndpointAnswer;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.state.ledger.LedgerVerdict;

/**
 * A committed transaction: its phase, what it does in each ledger that holds it, what the endpoints
 * said last, the height of its block (0 if none), when a suspect's deadline passes or the block of
 * a confirmed one is looked at next (milliseconds since 1970, 0 if neither is due), whether its
 * admission was published, and why it was rolled back last, which stays when it is committed again;
 * and how many broadcasts of it await their answer.
 */
public record TrackedTransaction(
        Phase phase,
        List<LedgerVerdict> ledgers,
        List<EndpointAnswer> answers,
        long blockHeight,
        long deadline,
        boolean published,
        Optional<Rejection> rolledBackFor,
        int awaitedAnswers) {

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
        return new TrackedTransaction(
                next, again, List.of(), height, 0, false, rolledBackFor, awaitedAnswers);
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

    TrackedTransaction plus(List<LedgerVerdict> more) {
        List<LedgerVerdict> all = new ArrayList<>(ledgers);
        all.addAll(more);
        return new TrackedTransaction(
                phase,
                all,
                answers,
                blockHeight,
                deadline,
                published,
                rolledBackFor,
                awaitedAnswers);
    }

    TrackedTransaction in(Phase next, long until) {
        return new TrackedTransaction(
                next,
                ledgers,
                answers,
                blockHeight,
                until,
                published,
                rolledBackFor,
                awaitedAnswers);
    }

    TrackedTransaction answered(List<EndpointAnswer> latest) {
        return new TrackedTransaction(
                phase,
                ledgers,
                latest,
                blockHeight,
                deadline,
                published,
                rolledBackFor,
                awaitedAnswers);
    }

    TrackedTransaction minedAt(long height) {
        return new TrackedTransaction(
                phase,
                ledgers,
                answers,
                height,
                deadline,
                published,
                rolledBackFor,
                awaitedAnswers);
    }

    TrackedTransaction awaiting(int answersMore) {
        return new TrackedTransaction(
                phase,
                ledgers,
                answers,
                blockHeight,
                deadline,
                published,
                rolledBackFor,
                awaitedAnswers + answersMore);
    }

    TrackedTransaction asPublished() {
        return new TrackedTransaction(
                phase,
                ledgers,
                answers,
                blockHeight,
                deadline,
                true,
                rolledBackFor,
                awaitedAnswers);
    }

    TrackedTransaction undoneFor(Rejection rejection) {
        return new TrackedTransaction(
                phase,
                ledgers,
                answers,
                blockHeight,
                0,
                published,
                Optional.of(rejection),
                awaitedAnswers);
    }
}
