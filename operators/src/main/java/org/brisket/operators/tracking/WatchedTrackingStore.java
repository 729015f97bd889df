package org.brisket.operators.tracking;

import java.util.List;
import java.util.Optional;
import org.brisket.state.tracking.NetworkObservation;
import org.brisket.state.tracking.TrackedTransaction;
import org.brisket.state.tracking.TrackingStore;
import org.brisket.state.tracking.WaitingSubmission;

/**
 * Shows the metrics in which phase a transaction is found and left, whenever that is read or
 * written anyway, and which submissions wait for it.
 */
record WatchedTrackingStore(TrackingStore behind, TrackingMetrics metrics)
        implements TrackingStore {

    @Override
    public Optional<TrackedTransaction> transaction() {
        Optional<TrackedTransaction> found = behind.transaction();
        metrics.found(found.map(TrackedTransaction::phase));
        return found;
    }

    @Override
    public void put(TrackedTransaction transaction) {
        behind.put(transaction);
        metrics.left(transaction.phase());
    }

    @Override
    public void keepEarlyAnswer(NetworkObservation.Answered answer) {
        behind.keepEarlyAnswer(answer);
    }

    @Override
    public Optional<NetworkObservation.Answered> takeEarlyAnswer() {
        return behind.takeEarlyAnswer();
    }

    @Override
    public void addWaiting(WaitingSubmission submission) {
        behind.addWaiting(submission);
        metrics.waits(submission);
    }

    @Override
    public List<WaitingSubmission> takeWaiting() {
        return behind.takeWaiting();
    }

    @Override
    public void keepTransactions(List<byte[]> transactions) {
        behind.keepTransactions(transactions);
    }

    @Override
    public List<byte[]> keptTransactions() {
        return behind.keptTransactions();
    }

    @Override
    public void forgetTransactions() {
        behind.forgetTransactions();
    }
}
