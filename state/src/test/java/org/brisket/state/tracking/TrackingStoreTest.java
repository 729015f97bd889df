package org.brisket.state.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.brisket.protocol.broadcast.AnswerKind;
import org.brisket.protocol.broadcast.BroadcastOutcome;
import org.brisket.protocol.broadcast.EndpointAnswer;
import org.brisket.protocol.hash.Txid;
import org.brisket.state.ExampleTickets;
import org.brisket.state.ExampleVerdicts;
import org.brisket.state.KeyedStateHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What both tracking stores do. */
class TrackingStoreTest {
    private static final Txid TXID = new Txid(1, 2, 3, 4);
    private static final TrackedTransaction TRACKED =
            TrackedTransaction.decided(Phase.DECIDED, List.of(ExampleVerdicts.yes("a")), 0);

    private static WaitingSubmission waiting(long offset) {
        return new WaitingSubmission(
                ExampleTickets.alone(TXID, offset), List.of(ExampleVerdicts.yes("a")));
    }

    private static NetworkObservation.Answered answer(AnswerKind kind) {
        EndpointAnswer answer = new EndpointAnswer("e", kind, "", 0, "", List.of());
        return new NetworkObservation.Answered(new BroadcastOutcome(TXID, List.of(answer)));
    }

    interface Contract {
        TrackingStore store();

        @Test
        default void keepsAndReplacesTheTransaction() {
            assertThat(store().transaction()).isEmpty();
            store().put(TRACKED);
            assertThat(store().transaction()).contains(TRACKED);
            store().put(TRACKED.asPublished());
            assertThat(store().transaction()).contains(TRACKED.asPublished());
        }

        @Test
        default void givesWaitingSubmissionsInTheOrderOfTheirPositionsOnce() {
            store().addWaiting(waiting(10));
            store().addWaiting(waiting(9));
            store().addWaiting(waiting(100));

            assertThat(store().takeWaiting())
                    .containsExactly(waiting(9), waiting(10), waiting(100));
            assertThat(store().takeWaiting()).isEmpty();
        }

        @Test
        default void givesEarlyAnswersOneByOneInTheOrderInWhichTheyCame() {
            assertThat(store().takeEarlyAnswer()).isEmpty();
            store().keepEarlyAnswer(answer(AnswerKind.POLICY));
            store().keepEarlyAnswer(answer(AnswerKind.ACCEPTED));

            assertThat(store().takeEarlyAnswer()).contains(answer(AnswerKind.POLICY));
            assertThat(store().takeEarlyAnswer()).contains(answer(AnswerKind.ACCEPTED));
            assertThat(store().takeEarlyAnswer()).isEmpty();
        }
    }

    @Nested
    class InMemory implements Contract {
        private final InMemoryTrackingStore store = new InMemoryTrackingStore();

        @Override
        public TrackingStore store() {
            return store;
        }
    }

    @Nested
    class InFlinkState implements Contract {
        private KeyedStateHarness<TrackingStore> harness =
                KeyedStateHarness.open(FlinkTrackingStore::new);

        @Override
        public TrackingStore store() {
            return harness.store("one transaction");
        }

        @AfterEach
        void close() {
            harness.close();
        }

        @Test
        void survivesASnapshotAndKeepsKeysApart() {
            store().put(TRACKED);
            store().addWaiting(waiting(1));
            store().keepEarlyAnswer(answer(AnswerKind.ACCEPTED));
            OperatorSubtaskState snapshot = harness.snapshot();
            harness.close();
            harness = KeyedStateHarness.restore(FlinkTrackingStore::new, snapshot);

            assertThat(harness.store("another").transaction()).isEqualTo(Optional.empty());
            assertThat(store().transaction()).contains(TRACKED);
            assertThat(store().takeWaiting()).containsExactly(waiting(1));
            assertThat(store().takeEarlyAnswer()).contains(answer(AnswerKind.ACCEPTED));
        }
    }
}
