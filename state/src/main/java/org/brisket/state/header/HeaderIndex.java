package org.brisket.state.header;

import org.brisket.protocol.hash.MerkleRoot;

/** The roots of the best chain by height, as one step keeps them. */
public interface HeaderIndex {
    /** Null where nothing is known; a lookup happens for each proof, so there is no wrapper. */
    MerkleRoot root(long height);

    /** Null before anything is known. */
    ChainView view();

    void put(long height, MerkleRoot root);

    void remove(long height);

    void put(ChainView view);
}
