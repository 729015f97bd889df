package org.brisket.state.tracking;

import java.util.List;
import java.util.Optional;
import org.brisket.state.coordination.Decision;
import org.brisket.state.ledger.LedgerVerdict;
import org.brisket.state.submission.SubmissionTicket;

/** Gives every submission of one transaction its result, once the transaction's fate is known. */
final class Results {
    private final TrackingStore store;
    private final TrackingEffects effects;

    Results(TrackingStore store, TrackingEffects effects) {
        this.store = store;
        this.effects = effects;
    }

    static boolean isAnswered(Phase phase) {
        return phase.isAdmitted() || phase == Phase.ROLLED_BACK;
    }

    void refuse(Decision.Abort abort) {
        SubmissionResult result =
                SubmissionResult.rejected(abort.ticket(), abort.verdicts(), Reasons.of(abort));
        effects.result(result);
        effects.deadLetter(result, abort.source());
    }

    /** Answers a submission now if its transaction's fate is known, or when it is. */
    void await(SubmissionTicket ticket, List<LedgerVerdict> verdicts) {
        WaitingSubmission waiting = new WaitingSubmission(ticket, verdicts);
        Optional<TrackedTransaction> tracked = store.transaction();
        if (tracked.isPresent() && isAnswered(tracked.get().phase())) {
            effects.result(SubmissionResult.of(waiting, tracked.get()));
        } else {
            store.addWaiting(waiting);
        }
    }

    void answerWaiting(TrackedTransaction moved) {
        if (isAnswered(moved.phase())) {
            store.takeWaiting()
                    .forEach(waiting -> effects.result(SubmissionResult.of(waiting, moved)));
        }
    }
}
