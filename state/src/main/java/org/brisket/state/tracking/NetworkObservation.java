package org.brisket.state.tracking;

import java.util.Optional;
import org.brisket.protocol.broadcast.BroadcastOutcome;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.hash.Txid;
import org.brisket.state.store.BlockProof;

/** Something that was heard about a transaction. */
public sealed interface NetworkObservation {
    Txid txid();

    /** The same for whoever does not need the path of a proof. */
    default NetworkObservation withoutProof() {
        return this instanceof Mined mined
                ? new Mined(mined.txid(), mined.blockHeight(), mined.root(), Optional.empty())
                : this;
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

    /** What all endpoints say when they are asked for its status; nothing if none was asked. */
    record Polled(BroadcastOutcome outcome) implements NetworkObservation {
        @Override
        public Txid txid() {
            return outcome.subject();
        }
    }

    /** What the endpoints answered when it was posted again without a new decision. */
    record PostedAgain(BroadcastOutcome outcome) implements NetworkObservation {
        @Override
        public Txid txid() {
            return outcome.subject();
        }
    }

    /**
     * A merkle path whose block is in the chain, as far as was known when it was checked.
     *
     * @param root the merkle root of the block; empty in what early builds wrote
     * @param proof the proof itself, unless it was not kept
     */
    record Mined(Txid txid, long blockHeight, Optional<MerkleRoot> root, Optional<BlockProof> proof)
            implements NetworkObservation {
        public Mined(Txid txid, long blockHeight, Optional<BlockProof> proof) {
            this(txid, blockHeight, proof.map(kept -> kept.block().root()), proof);
        }

        public Mined(Txid txid, long blockHeight) {
            this(txid, blockHeight, Optional.empty());
        }
    }
}
