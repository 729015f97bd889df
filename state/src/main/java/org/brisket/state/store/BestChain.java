package org.brisket.state.store;

import org.brisket.protocol.hash.MerkleRoot;

/** What is known of the best chain. */
public interface BestChain {
    /** The root of the block at this height; null where it is not known. */
    MerkleRoot root(long height);
}
