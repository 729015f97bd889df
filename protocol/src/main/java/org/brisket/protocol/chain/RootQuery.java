package org.brisket.protocol.chain;

import org.brisket.protocol.hash.MerkleRoot;

/** The question whether the block at a height of the longest chain has a merkle root. */
public record RootQuery(long height, MerkleRoot root) {}
