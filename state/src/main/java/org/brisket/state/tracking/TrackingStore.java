package org.brisket.state.tracking;

import java.util.List;
import java.util.Optional;

/**
 * What is remembered of one transaction: it stays, because a repeat must get the same answer. The
 * submissions that wait for it are gone once they have their result.
 */
public interface TrackingStore {
    Optional<TrackedTransaction> transaction();

    void put(TrackedTransaction transaction);

    void addWaiting(WaitingSubmission submission);

    /** All waiting submissions in the order of their positions, which are then forgotten. */
    List<WaitingSubmission> takeWaiting();
}
