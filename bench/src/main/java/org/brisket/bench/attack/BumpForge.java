package org.brisket.bench.attack;

import org.brisket.bench.forge.Ground;
import org.brisket.protocol.bytes.ByteWriter;
import org.brisket.protocol.hash.Txid;

/** Writes merkle paths byte by byte, so that they can be wrong anywhere. */
final class BumpForge {
    static final int NODE = 0;
    static final int DUPLICATE = 1;
    static final int CLIENT_TXID = 2;

    private final ByteWriter bytes = new ByteWriter();

    BumpForge(long blockHeight, int treeHeight) {
        bytes.writeVarint(blockHeight).writeByte(treeHeight);
    }

    BumpForge level(long leaves) {
        bytes.writeVarint(leaves);
        return this;
    }

    BumpForge leaf(long offset, int flags, byte[] hash) {
        bytes.writeVarint(offset).writeByte(flags).write(hash);
        return this;
    }

    BumpForge duplicate(long offset) {
        bytes.writeVarint(offset).writeByte(DUPLICATE);
        return this;
    }

    /** Levels with one random sibling each, for the transaction at index 0. */
    BumpForge siblings(Ground ground, int fromLevel, int toLevel) {
        for (int level = fromLevel; level < toLevel; level++) {
            level(1).leaf(1, NODE, ground.randomBytes(32));
        }
        return this;
    }

    /** The lowest level: the transaction at index 0 and a random sibling. */
    BumpForge lowest(Ground ground, Txid txid) {
        return level(2).leaf(0, CLIENT_TXID, txid.toInternal())
                .leaf(1, NODE, ground.randomBytes(32));
    }

    byte[] build() {
        return bytes.toByteArray();
    }
}
