package org.brisket.state.query;

import org.brisket.protocol.hash.Txid;
import org.brisket.state.coordination.Decision;
import org.brisket.state.tracking.NetworkObservation;

/** What comes to the tracker of a transaction. */
public sealed interface TrackerCommand {
    /** The transaction. */
    Txid txid();

    /** A decision, as a completed checkpoint holds it. */
    record Decided(Decision decision) implements TrackerCommand {
        @Override
        public Txid txid() {
            return decision.txid();
        }
    }

    /** News of the network. */
    record Heard(NetworkObservation observation) implements TrackerCommand {
        @Override
        public Txid txid() {
            return observation.txid();
        }
    }

    /** To be answered. */
    record Question(TransactionQuery query) implements TrackerCommand {
        @Override
        public Txid txid() {
            return query.txid();
        }
    }
}
