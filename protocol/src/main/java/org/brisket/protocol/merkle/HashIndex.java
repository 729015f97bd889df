package org.brisket.protocol.merkle;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.brisket.protocol.hash.Txid;

/**
 * Finds a leaf by its hash: the leaves in the order of their hashes. The order is total, so leaves
 * whose hashes were chosen to look alike are found as fast as others.
 */
final class HashIndex {
    private final byte[] bytes;
    private final int[] hashes;

    /** Leaves by ascending hash, those without one left out. */
    private final int[] leaves;

    /**
     * @param bytes what holds the hashes
     * @param hashes where the hash of each leaf begins, or {@link MerkleLevel#NO_HASH}
     */
    HashIndex(byte[] bytes, int[] hashes) {
        this.bytes = bytes;
        this.hashes = hashes;
        long[] beginnings = sortedBeginnings();
        this.leaves = Arrays.stream(beginnings).mapToInt(beginning -> (int) beginning).toArray();
        sortAlike(beginnings);
    }

    /** The first four bytes of each hash with the leaf behind them, by ascending number. */
    private long[] sortedBeginnings() {
        long[] beginnings =
                IntStream.range(0, hashes.length)
                        .filter(leaf -> hashes[leaf] != MerkleLevel.NO_HASH)
                        .mapToLong(leaf -> beginning(leaf) << 32 | leaf)
                        .toArray();
        // Numbers in one array sort several times faster than hashes all over the path.
        Arrays.sort(beginnings);
        return beginnings;
    }

    /** With the highest bit turned, so that signed numbers sort as unsigned bytes do. */
    private long beginning(int leaf) {
        int at = hashes[leaf];
        int number =
                bytes[at] << 24
                        | (bytes[at + 1] & 0xFF) << 16
                        | (bytes[at + 2] & 0xFF) << 8
                        | bytes[at + 3] & 0xFF;
        return number ^ Integer.MIN_VALUE;
    }

    /** Hashes that begin alike, which are few unless somebody chose them so, by their rest. */
    private void sortAlike(long[] beginnings) {
        int from = 0;
        for (int to = 1; to <= leaves.length; to++) {
            if (to < leaves.length && beginnings[to] >> 32 == beginnings[from] >> 32) {
                continue;
            }
            if (to - from > 1) {
                int[] alike = Arrays.copyOfRange(leaves, from, to);
                IndexSort.sort(alike, this::compare);
                System.arraycopy(alike, 0, leaves, from, alike.length);
            }
            from = to;
        }
    }

    private int compare(int leaf, int other) {
        int left = hashes[leaf];
        int right = hashes[other];
        return Arrays.compareUnsigned(bytes, left, left + 32, bytes, right, right + 32);
    }

    boolean isDistinct() {
        for (int i = 1; i < leaves.length; i++) {
            if (compare(leaves[i - 1], leaves[i]) == 0) {
                return false;
            }
        }
        return true;
    }

    /** The leaf with a hash, or -1. */
    int find(Txid hash) {
        byte[] wanted = hash.toInternal();
        int low = 0;
        int high = leaves.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int at = hashes[leaves[middle]];
            int order = Arrays.compareUnsigned(bytes, at, at + 32, wanted, 0, 32);
            if (order == 0) {
                return leaves[middle];
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }
}
