package org.brisket.simulator.chain;

import org.brisket.protocol.hash.BlockHash;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.header.BlockHeader;

/** Makes headers with the difficulty of regtest, where every second hash will do. */
public final class Miner {
    private static final long EASIEST_BITS = 0x207fffffL;

    private static final int VERSION = 0x20000000;

    private Miner() {}

    /** Finds the smallest nonce that meets the easiest difficulty. */
    public static BlockHeader mine(BlockHash previous, MerkleRoot root, long time) {
        for (long nonce = 0; nonce <= 0xFFFFFFFFL; nonce++) {
            BlockHeader header =
                    new BlockHeader(VERSION, previous, root, time, EASIEST_BITS, nonce);
            if (header.hasProofOfWork()) {
                return header;
            }
        }
        throw new IllegalStateException("no nonce meets the easiest difficulty on " + previous);
    }
}
