package org.brisket.protocol.merkle;

import java.util.Arrays;

/**
 * One level of a merkle path: its leaves in ascending offset order. A duplicate leaf has no hash of
 * its own; it stands for the node to its left.
 */
final class MerkleLevel {
    static final int DUPLICATE = 1;
    static final int CLIENT_TXID = 2;

    private final long[] offsets;
    private final byte[] flags;
    private final byte[] hashes;

    /** Arrays sorted by offset; hashes hold 32 bytes per leaf, zeros where it is a duplicate. */
    MerkleLevel(long[] offsets, byte[] flags, byte[] hashes) {
        this.offsets = offsets;
        this.flags = flags;
        this.hashes = hashes;
    }

    int size() {
        return offsets.length;
    }

    long offset(int leaf) {
        return offsets[leaf];
    }

    int flags(int leaf) {
        return flags[leaf];
    }

    boolean isDuplicate(int leaf) {
        return (flags[leaf] & DUPLICATE) != 0;
    }

    /** The level's hashes, 32 bytes per leaf; for reading only. */
    byte[] hashes() {
        return hashes;
    }

    /** The position of the leaf with the given offset, or a negative number. */
    int find(long offset) {
        return Arrays.binarySearch(offsets, offset);
    }

    /** The position of the leaf with the given hash, or -1. */
    int findHash(byte[] hash, int at) {
        for (int leaf = 0; leaf < offsets.length; leaf++) {
            if (!isDuplicate(leaf)
                    && Arrays.equals(hashes, 32 * leaf, 32 * leaf + 32, hash, at, at + 32)) {
                return leaf;
            }
        }
        return -1;
    }
}
