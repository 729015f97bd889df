package org.brisket.state.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.brisket.protocol.hash.Txid;

/** What was stored and what was proven, in order. */
final class RecordingStoreEffects implements StoreEffects {
    final List<BroughtTransaction> stored = new ArrayList<>();
    final List<BlockProof> proven = new ArrayList<>();

    @Override
    public void stored(Txid txid, RawTransaction raw, Optional<BlockProof> proof) {
        stored.add(new BroughtTransaction(txid, raw, proof));
    }

    @Override
    public void proven(Txid txid, BlockProof proof) {
        proven.add(proof);
    }
}
