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

    /**
     * Keeps the answer to a broadcast whose decision has not arrived here yet: the two come on
     * different ways. Only what was decided is broadcast, so that decisions under way are the
     * bound.
     */
    void keepEarlyAnswer(NetworkObservation.Answered answer);

    /** The first kept answer, which is then forgotten. */
    Optional<NetworkObservation.Answered> takeEarlyAnswer();

    void addWaiting(WaitingSubmission submission);

    /** All waiting submissions in the order of their positions, which are then forgotten. */
    List<WaitingSubmission> takeWaiting();

    /**
     * Keeps what was sent to the network for the transaction, instead of what was kept before:
     * Extended Format, parents first and the subject last.
     */
    void keepTransactions(List<byte[]> transactions);

    /** What was kept; nothing if that was forgotten. */
    List<byte[]> keptTransactions();

    void forgetTransactions();
}
