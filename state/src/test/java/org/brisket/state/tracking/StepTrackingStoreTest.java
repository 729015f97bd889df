package org.brisket.state.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.brisket.protocol.hash.Txid;
import org.brisket.state.ExampleTickets;
import org.brisket.state.ExampleVerdicts;
import org.junit.jupiter.api.Test;

class StepTrackingStoreTest {
    private static final TrackedTransaction TRACKED =
            TrackedTransaction.decided(Phase.DECIDED, List.of(ExampleVerdicts.yes("a")), 0);

    private final List<String> accesses = new ArrayList<>();
    private final InMemoryTrackingStore below = new InMemoryTrackingStore();
    private final StepTrackingStore store = new StepTrackingStore(new Recording());

    /** Notes what is asked of the store below. */
    private final class Recording implements TrackingStore {
        @Override
        public Optional<TrackedTransaction> transaction() {
            accesses.add("read");
            return below.transaction();
        }

        @Override
        public void put(TrackedTransaction transaction) {
            accesses.add("write");
            below.put(transaction);
        }

        @Override
        public void keepEarlyAnswer(NetworkObservation.Answered answer) {
            below.keepEarlyAnswer(answer);
        }

        @Override
        public Optional<NetworkObservation.Answered> takeEarlyAnswer() {
            return below.takeEarlyAnswer();
        }

        @Override
        public void addWaiting(WaitingSubmission submission) {
            below.addWaiting(submission);
        }

        @Override
        public List<WaitingSubmission> takeWaiting() {
            return below.takeWaiting();
        }

        @Override
        public void keepTransactions(List<byte[]> transactions) {
            below.keepTransactions(transactions);
        }

        @Override
        public List<byte[]> keptTransactions() {
            return below.keptTransactions();
        }

        @Override
        public void forgetTransactions() {
            below.forgetTransactions();
        }
    }

    @Test
    void readsOnceAndWritesTheLastStateOnce() {
        below.put(TRACKED);
        store.step(
                () -> {
                    assertThat(store.transaction()).contains(TRACKED);
                    store.put(TRACKED.awaiting(1));
                    assertThat(store.transaction()).contains(TRACKED.awaiting(1));
                    store.put(TRACKED.asPublished());
                });
        assertThat(accesses).containsExactly("read", "write");
        assertThat(below.transaction()).contains(TRACKED.asPublished());
    }

    @Test
    void knowsThatThereIsNothingWithoutAskingAgain() {
        store.step(
                () -> {
                    assertThat(store.transaction()).isEmpty();
                    assertThat(store.transaction()).isEmpty();
                });
        assertThat(accesses).containsExactly("read");
    }

    @Test
    void remembersNothingFromOneStepToTheNext() {
        store.step(() -> assertThat(store.transaction()).isEmpty());
        below.put(TRACKED);
        store.step(() -> assertThat(store.transaction()).contains(TRACKED));
    }

    @Test
    void writesNothingOfAStepThatFailed() {
        Runnable failing =
                () -> {
                    store.put(TRACKED);
                    throw new IllegalStateException("our bug");
                };
        assertThatThrownBy(() -> store.step(failing)).hasMessage("our bug");
        assertThat(accesses).isEmpty();
        store.step(() -> assertThat(store.transaction()).isEmpty());
    }

    @Test
    void refusesWhatBelongsToNoStep() {
        assertThatThrownBy(store::transaction).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store.put(TRACKED)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store.step(() -> store.step(() -> {})))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void passesWaitingSubmissionsOn() {
        WaitingSubmission waiting =
                new WaitingSubmission(ExampleTickets.alone(new Txid(1, 2, 3, 4), 1), List.of());
        store.step(() -> store.addWaiting(waiting));
        store.step(() -> assertThat(store.takeWaiting()).containsExactly(waiting));
    }
}
