package org.brisket.protocol.merkle;

import java.util.Arrays;
import org.brisket.protocol.hash.Sha256;

/** The nodes of one level that follow from the level below, by ascending offset. */
final class ComputedNodes {
    private final long[] offsets;

    /** 32 bytes in internal order per node. */
    private final byte[] hashes;

    private int size;

    /**
     * @param most how many nodes there is room for
     */
    ComputedNodes(int most) {
        this.offsets = new long[most];
        this.hashes = new byte[most * Sha256.LENGTH];
    }

    int size() {
        return size;
    }

    long offset(int node) {
        return offsets[node];
    }

    /** What holds the hashes; for reading only. */
    byte[] bytes() {
        return hashes;
    }

    /** Where a node's hash begins in {@link #bytes()}. */
    int hashAt(int node) {
        return node * Sha256.LENGTH;
    }

    /** Adds a node behind the others: the double hash of what was given to the digest. */
    void add(long offset, Sha256 children) {
        children.finishDouble(hashes, hashAt(size));
        offsets[size++] = offset;
    }

    /** The node with the given offset, or a negative number. */
    int find(long offset) {
        return Arrays.binarySearch(offsets, 0, size, offset);
    }
}
