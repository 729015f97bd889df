package org.brisket.state.tracking;

import java.util.Optional;
import org.brisket.state.submission.SubmissionTicket;

/** Every broadcast is answered once; the answer may come before the decision. */
final class AwaitedAnswers {
    private final TrackingStore store;

    AwaitedAnswers(TrackingStore store) {
        this.store = store;
    }

    /** A decision leads to a broadcast: its answer if that is here already. */
    Optional<NetworkObservation.Answered> expect(SubmissionTicket ticket) {
        if (!ticket.broadcast()) {
            return Optional.empty();
        }
        Optional<NetworkObservation.Answered> early = store.takeEarlyAnswer();
        if (early.isEmpty()) {
            store.transaction().ifPresent(t -> store.put(t.awaiting(1)));
        }
        return early;
    }

    void arrive(NetworkObservation.Answered answered) {
        Optional<TrackedTransaction> tracked = store.transaction();
        if (tracked.isPresent() && tracked.get().awaitedAnswers() > 0) {
            store.put(tracked.get().awaiting(-1));
        } else {
            store.keepEarlyAnswer(answered);
        }
    }
}
