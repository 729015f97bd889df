package org.brisket.simulator.chain;

import java.util.Optional;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.header.BlockHeader;

/** Block headers by height. */
public interface Headers {
    Optional<BlockHeader> at(long height);

    /** The height of the newest block. */
    long tipHeight();

    default Optional<MerkleRoot> rootAt(long height) {
        return at(height).map(BlockHeader::merkleRoot);
    }
}
