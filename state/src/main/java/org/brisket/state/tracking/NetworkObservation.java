package org.brisket.state.tracking;

import org.brisket.protocol.broadcast.BroadcastOutcome;
import org.brisket.protocol.hash.Txid;

/** Something that was heard about a transaction. */
public sealed interface NetworkObservation {
    Txid txid();

    /** What the endpoints answered to a broadcast. */
    record Answered(BroadcastOutcome outcome) implements NetworkObservation {
        @Override
        public Txid txid() {
            return outcome.subject();
        }
    }

    /** A status without proof, such as a callback brings: a hint. */
    record Hinted(Txid txid, boolean seenOnNetwork) implements NetworkObservation {}

    /** A merkle path whose root the chain trackers confirmed. */
    record Mined(Txid txid, long blockHeight) implements NetworkObservation {}
}
