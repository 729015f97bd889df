package org.brisket.state.tracking;

import java.util.List;
import java.util.Optional;

/**
 * A store that is read once and written once for each step, however often the rules ask: every
 * access to the store below costs about as much as all the rules of a step together. Not for use
 * outside of {@link #step}, because only a step is about one transaction.
 */
public final class StepTrackingStore implements TrackingStore {
    private final TrackingStore store;
    private boolean inStep;
    private boolean changed;

    /** Null until it was read or written in this step. */
    private Optional<TrackedTransaction> known;

    public StepTrackingStore(TrackingStore store) {
        this.store = store;
    }

    /** Does all that is to be done about the transaction of the current key. Steps do not nest. */
    public void step(Runnable work) {
        if (inStep) {
            throw new IllegalStateException("a step within a step");
        }
        inStep = true;
        changed = false;
        known = null;
        try {
            work.run();
            if (changed) {
                store.put(known.orElseThrow());
            }
        } finally {
            inStep = false;
        }
    }

    @Override
    public Optional<TrackedTransaction> transaction() {
        requireStep();
        if (known == null) {
            known = store.transaction();
        }
        return known;
    }

    @Override
    public void put(TrackedTransaction transaction) {
        requireStep();
        known = Optional.of(transaction);
        changed = true;
    }

    private void requireStep() {
        if (!inStep) {
            throw new IllegalStateException("a tracked transaction is asked for outside a step");
        }
    }

    @Override
    public void keepEarlyAnswer(NetworkObservation.Answered answer) {
        store.keepEarlyAnswer(answer);
    }

    @Override
    public Optional<NetworkObservation.Answered> takeEarlyAnswer() {
        return store.takeEarlyAnswer();
    }

    @Override
    public void addWaiting(WaitingSubmission submission) {
        store.addWaiting(submission);
    }

    @Override
    public List<WaitingSubmission> takeWaiting() {
        return store.takeWaiting();
    }

    @Override
    public void keepTransactions(List<byte[]> transactions) {
        store.keepTransactions(transactions);
    }

    @Override
    public List<byte[]> keptTransactions() {
        return store.keptTransactions();
    }

    @Override
    public void forgetTransactions() {
        store.forgetTransactions();
    }
}
