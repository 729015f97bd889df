package org.brisket.state.store;

import java.util.Optional;
import org.brisket.protocol.hash.Txid;

/** What keeping a transaction leads to. */
public interface StoreEffects {
    /** The transaction is stored, or stored with a new proof. */
    void stored(Txid txid, RawTransaction raw, Optional<BlockProof> proof);

    /** An admitted transaction is in a block. */
    void proven(Txid txid, BlockProof proof);
}
