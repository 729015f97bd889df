package org.brisket.state.tracking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is remembered of one transaction, in fields; for runs without Flink. */
public final class InMemoryTrackingStore implements TrackingStore {
    private Optional<TrackedTransaction> transaction = Optional.empty();
    private final List<NetworkObservation.Answered> earlyAnswers = new ArrayList<>(0);
    private final List<WaitingSubmission> waiting = new ArrayList<>(0);
    private List<byte[]> kept = List.of();

    /** Another store that remembers the same. */
    public InMemoryTrackingStore copy() {
        InMemoryTrackingStore copy = new InMemoryTrackingStore();
        copy.transaction = transaction;
        copy.earlyAnswers.addAll(earlyAnswers);
        copy.waiting.addAll(waiting);
        copy.kept = kept;
        return copy;
    }

    @Override
    public Optional<TrackedTransaction> transaction() {
        return transaction;
    }

    @Override
    public void put(TrackedTransaction next) {
        transaction = Optional.of(next);
    }

    @Override
    public void keepEarlyAnswer(NetworkObservation.Answered answer) {
        earlyAnswers.add(answer);
    }

    @Override
    public Optional<NetworkObservation.Answered> takeEarlyAnswer() {
        return earlyAnswers.isEmpty() ? Optional.empty() : Optional.of(earlyAnswers.remove(0));
    }

    @Override
    public void addWaiting(WaitingSubmission submission) {
        waiting.add(submission);
    }

    @Override
    public List<WaitingSubmission> takeWaiting() {
        List<WaitingSubmission> all = new ArrayList<>(waiting);
        all.sort(Comparator.comparingLong(w -> w.ticket().position().offset()));
        waiting.clear();
        return all;
    }

    @Override
    public void keepTransactions(List<byte[]> transactions) {
        kept = List.copyOf(transactions);
    }

    @Override
    public List<byte[]> keptTransactions() {
        return kept;
    }

    @Override
    public void forgetTransactions() {
        kept = List.of();
    }

    public int waitingCount() {
        return waiting.size();
    }
}
