package org.brisket.state.tracking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is remembered of one transaction, in fields. */
public final class InMemoryTrackingStore implements TrackingStore {
    private final List<TrackedTransaction> transaction = new ArrayList<>();
    private final List<NetworkObservation.Answered> earlyAnswers = new ArrayList<>();
    private final List<WaitingSubmission> waiting = new ArrayList<>();

    @Override
    public Optional<TrackedTransaction> transaction() {
        return transaction.stream().findFirst();
    }

    @Override
    public void put(TrackedTransaction next) {
        transaction.clear();
        transaction.add(next);
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

    public int waitingCount() {
        return waiting.size();
    }

    public int earlyAnswerCount() {
        return earlyAnswers.size();
    }
}
