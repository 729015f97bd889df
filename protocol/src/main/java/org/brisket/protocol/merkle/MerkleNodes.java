package org.brisket.protocol.merkle;

import java.util.Arrays;

/** The known nodes of one level by ascending offset, without an object for each. */
final class MerkleNodes {
    private final long[] offsets;
    private final byte[] hashes;
    private int size;

    MerkleNodes(int capacity) {
        this.offsets = new long[capacity];
        this.hashes = new byte[Math.multiplyExact(32, capacity)];
    }

    int size() {
        return size;
    }

    long offset(int node) {
        return offsets[node];
    }

    /** What holds the hashes; for reading only. */
    byte[] hashes() {
        return hashes;
    }

    /** Where a node's hash begins in {@link #hashes()}. */
    int hashAt(int node) {
        return 32 * node;
    }

    /** The node with an offset, or a negative number. */
    int find(long offset) {
        return Arrays.binarySearch(offsets, 0, size, offset);
    }

    /** Adds a node behind all others, with a hash that the caller writes where this says. */
    int add(long offset) {
        offsets[size] = offset;
        return 32 * size++;
    }

    void add(long offset, byte[] source, int at) {
        System.arraycopy(source, at, hashes, add(offset), 32);
    }
}
