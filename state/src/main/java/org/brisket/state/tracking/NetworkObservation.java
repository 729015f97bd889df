package org.brisket.state.tracking;

import java.util.Optional;
import org.brisket.protocol.broadcast.BroadcastOutcome;
import org.brisket.protocol.hash.Txid;
import org.brisket.state.store.BlockProof;

/** Something that was heard about a transaction. */
public sealed interface NetworkObservation {
    Txid txid();

    /** The same for whoever does not need the path of a proof. */
    default NetworkObservation withoutProof() {
        return this instanceof Mined mined ? new Mined(mined.txid(), mined.blockHeight()) : this;
    }

    /** What the endpoints answered to a broadcast. */
    record Answered(BroadcastOutcome outcome) implements NetworkObservation {
        @Override
        public Txid txid() {
            return outcome.subject();
        }
    }

    /** A status without proof, such as a callback brings: a hint. */
    record Hinted(Txid txid, boolean seenOnNetwork) implements NetworkObservation {}

    /** A merkle path whose root is on the chain; the proof itself, unless it was not kept. */
    record Mined(Txid txid, long blockHeight, Optional<BlockProof> proof)
            implements NetworkObservation {
        public Mined(Txid txid, long blockHeight) {
            this(txid, blockHeight, Optional.empty());
        }
    }
}
