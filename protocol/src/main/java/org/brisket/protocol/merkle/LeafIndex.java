package org.brisket.protocol.merkle;

import java.util.Arrays;
import org.brisket.protocol.bytes.LittleEndian;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;

/** The leaves of a level that has many, or that was not written in ascending order. */
final class LeafIndex {
    private final MerkleLevel level;
    private final int[] byOffset;

    /** The leaves that have a hash, by ascending txid; null until asked for. */
    private int[] byHash;

    /**
     * @param ascending whether the leaves were written by ascending offset
     */
    LeafIndex(MerkleLevel level, boolean ascending) {
        this.level = level;
        int[] written = level.written();
        this.byOffset = ascending ? written : LeafSort.sort(written, level::offset, (a, b) -> 0);
    }

    /** All leaves by ascending offset; for reading only. */
    int[] byOffset() {
        return byOffset;
    }

    long lastOffset() {
        return level.offset(byOffset[byOffset.length - 1]);
    }

    int find(long offset) {
        int low = 0;
        int high = byOffset.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long at = level.offset(byOffset[middle]);
            if (at == offset) {
                return byOffset[middle];
            }
            if (at < offset) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return MerkleLevel.NONE;
    }

    int find(Txid hash) {
        int[] leaves = byHash();
        byte[] wanted = hash.toInternal();
        int low = 0;
        int high = leaves.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = compare(leaves[middle], wanted, 0);
            if (order == 0) {
                return leaves[middle];
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return MerkleLevel.NONE;
    }

    private int[] byHash() {
        if (byHash == null) {
            byHash = LeafSort.sort(leavesWithHash(), this::firstWord, this::compareHashes);
        }
        return byHash;
    }

    private int[] leavesWithHash() {
        int[] leaves = new int[byOffset.length];
        int count = 0;
        for (int leaf : byOffset) {
            if (!level.isDuplicate(leaf)) {
                leaves[count++] = leaf;
            }
        }
        return count == leaves.length ? leaves : Arrays.copyOf(leaves, count);
    }

    /** The first word of a hash as a number whose signed order is that of unsigned words. */
    private long firstWord(int leaf) {
        long word = LittleEndian.readLong(level.bytes(), level.hashAt(leaf));
        return Long.reverseBytes(word) ^ Long.MIN_VALUE;
    }

    private int compareHashes(int leaf, int other) {
        return compare(leaf, level.bytes(), level.hashAt(other));
    }

    /** In place: millions of comparisons must not make an object each, compiled or not. */
    private int compare(int leaf, byte[] hash, int at) {
        int own = level.hashAt(leaf);
        return Arrays.compareUnsigned(level.bytes(), own, own + 32, hash, at, at + 32);
    }

    void requireDistinctOffsets(int ofLevel) throws MalformedException {
        for (int i = 1; i < byOffset.length; i++) {
            long offset = level.offset(byOffset[i]);
            if (level.offset(byOffset[i - 1]) == offset) {
                throw MalformedException.of("offset %d occurs twice at level %d", offset, ofLevel);
            }
        }
    }

    boolean hashesAreDistinct() {
        int[] leaves = byHash();
        for (int i = 1; i < leaves.length; i++) {
            if (compareHashes(leaves[i - 1], leaves[i]) == 0) {
                return false;
            }
        }
        return true;
    }
}
