package org.brisket.state.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.brisket.protocol.hash.Txid;
import org.brisket.state.ExampleTickets;
import org.brisket.state.KeyedStateHarness;
import org.brisket.state.submission.SubmissionTicket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What both ballot stores do. */
class BallotStoreTest {
    private static final Txid TXID = new Txid(1, 2, 3, 4);
    private static final SubmissionTicket FIRST = ExampleTickets.together(TXID, 1, 2);
    private static final SubmissionTicket SECOND = ExampleTickets.together(TXID, 2, 2);

    interface Contract {
        BallotStore store();

        @Test
        default void keepsAndRemovesBallotsByTicket() {
            assertThat(store().ballot(FIRST.key())).isEmpty();
            store().put(Ballot.open(FIRST));
            store().put(Ballot.open(SECOND));

            assertThat(store().ballot(SECOND.key()).orElseThrow().ticket()).isEqualTo(SECOND);
            assertThat(store().all())
                    .extracting(Ballot::ticket)
                    .containsExactlyInAnyOrder(FIRST, SECOND);

            store().remove(FIRST.key());
            assertThat(store().all()).extracting(Ballot::ticket).containsExactly(SECOND);
        }

        @Test
        default void replacesABallot() {
            store().put(Ballot.open(FIRST));
            store().put(Ballot.open(FIRST).objectedTo(TXID));

            assertThat(store().all()).hasSize(1);
            assertThat(store().ballot(FIRST.key()).orElseThrow().objection()).contains(TXID);
        }
    }

    @Nested
    class InMemory implements Contract {
        private final InMemoryBallotStore store = new InMemoryBallotStore();

        @Override
        public BallotStore store() {
            return store;
        }
    }

    @Nested
    class InFlinkState implements Contract {
        private KeyedStateHarness<BallotStore> harness = open();

        private static KeyedStateHarness<BallotStore> open() {
            return KeyedStateHarness.open(FlinkBallotStore::new);
        }

        @Override
        public BallotStore store() {
            return harness.store("one transaction");
        }

        @AfterEach
        void close() {
            harness.close();
        }

        @Test
        void survivesASnapshotAndKeepsKeysApart() {
            store().put(Ballot.open(FIRST));
            OperatorSubtaskState snapshot = harness.snapshot();
            harness.close();
            harness = KeyedStateHarness.restore(FlinkBallotStore::new, snapshot);

            assertThat(store().ballot(FIRST.key()).orElseThrow().ticket()).isEqualTo(FIRST);
            assertThat(harness.store("another").all()).isEmpty();
        }
    }
}
