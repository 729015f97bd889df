package org.brisket.state.tracking;

import java.util.Optional;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.merkle.MerklePath;
import org.brisket.state.store.BlockProof;

/**
 * A callback as it was read: a transaction's claimed status and, if it came with a merkle path, the
 * root that must be on the chain for it to be true, with the path that leads there.
 */
public record NetworkNews(
        Txid txid, boolean seenOnNetwork, Optional<RootQuery> proof, Optional<MerklePath> path) {

    /** News whose path is not known, as they were before paths were kept. */
    public NetworkNews(Txid txid, boolean seenOnNetwork, Optional<RootQuery> proof) {
        this(txid, seenOnNetwork, proof, Optional.empty());
    }

    public static NetworkNews proven(Txid txid, boolean seenOnNetwork, BlockProof proof) {
        return new NetworkNews(
                txid, seenOnNetwork, Optional.of(proof.block()), Optional.of(proof.path()));
    }
}
