package org.brisket.protocol.merkle;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;

/**
 * One level of a merkle path: its leaves in the order in which they were written, read in place. A
 * duplicate leaf has no hash of its own; it stands for the node to its left.
 */
final class MerkleLevel {
    static final int DUPLICATE = 1;
    static final int CLIENT_TXID = 2;

    /** Where a duplicate leaf's hash would be. */
    static final int NO_HASH = -1;

    /** Up to this many leaves a look at each is faster than an index. */
    private static final int SMALL = 8;

    private final byte[] bytes;
    private final long[] offsets;
    private final byte[] flags;
    private final int[] hashes;

    /** Leaves by ascending offset; null when they were written in that order. */
    private final int[] ascending;

    private HashIndex byHash;

    /**
     * @param bytes what the path was read from
     * @param hashes where in the bytes each leaf's hash begins
     */
    MerkleLevel(byte[] bytes, long[] offsets, byte[] flags, int[] hashes) {
        this.bytes = bytes;
        this.offsets = offsets;
        this.flags = flags;
        this.hashes = hashes;
        this.ascending = isAscending(offsets) ? null : order(offsets);
    }

    private static boolean isAscending(long[] offsets) {
        for (int i = 1; i < offsets.length; i++) {
            if (offsets[i - 1] >= offsets[i]) {
                return false;
            }
        }
        return true;
    }

    private static int[] order(long[] offsets) {
        int[] order = IntStream.range(0, offsets.length).toArray();
        IndexSort.sort(order, (a, b) -> Long.compare(offsets[a], offsets[b]));
        return order;
    }

    int size() {
        return offsets.length;
    }

    /** The leaf at a place in the order of offsets. */
    int ascending(int place) {
        return ascending == null ? place : ascending[place];
    }

    long offset(int leaf) {
        return offsets[leaf];
    }

    int flags(int leaf) {
        return flags[leaf];
    }

    boolean isDuplicate(int leaf) {
        return flags[leaf] == DUPLICATE;
    }

    /** What holds the hashes; for reading only. */
    byte[] bytes() {
        return bytes;
    }

    /** Where a leaf's hash begins in {@link #bytes()}; never asked for a duplicate. */
    int hashAt(int leaf) {
        return hashes[leaf];
    }

    /** False for a level that is empty or holds a duplicate alone. */
    boolean hasHash() {
        for (byte flag : flags) {
            if (flag != DUPLICATE) {
                return true;
            }
        }
        return false;
    }

    long lastOffset() {
        return offsets[ascending(offsets.length - 1)];
    }

    /** The leaf with the given offset, or a negative number. */
    int find(long offset) {
        if (offsets.length <= SMALL) {
            for (int leaf = 0; leaf < offsets.length; leaf++) {
                if (offsets[leaf] == offset) {
                    return leaf;
                }
            }
            return -1;
        }
        return ascending == null ? Arrays.binarySearch(offsets, offset) : findOrdered(offset);
    }

    private int findOrdered(long offset) {
        int low = 0;
        int high = ascending.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long at = offsets[ascending[middle]];
            if (at == offset) {
                return ascending[middle];
            }
            if (at < offset) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /** The leaf with the given hash, or -1. */
    int findHash(Txid hash) {
        if (offsets.length > SMALL) {
            return byHash().find(hash);
        }
        for (int leaf = 0; leaf < offsets.length; leaf++) {
            if (!isDuplicate(leaf) && Txid.fromInternal(bytes, hashes[leaf]).equals(hash)) {
                return leaf;
            }
        }
        return -1;
    }

    private HashIndex byHash() {
        if (byHash == null) {
            byHash = new HashIndex(bytes, hashes);
        }
        return byHash;
    }

    void requireDistinctOffsets(int level) throws MalformedException {
        for (int i = 1; ascending != null && i < ascending.length; i++) {
            if (offsets[ascending[i - 1]] == offsets[ascending[i]]) {
                throw MalformedException.of(
                        "offset %d occurs twice at level %d", offsets[ascending[i]], level);
            }
        }
    }

    /** At level 0 every hash is a txid, and no transaction stands in a block twice. */
    void requireDistinctHashes() throws MalformedException {
        if (!(offsets.length <= SMALL ? distinctFewHashes() : byHash().isDistinct())) {
            throw new MalformedException("one hash at two offsets of level 0");
        }
    }

    private boolean distinctFewHashes() {
        for (int leaf = 1; leaf < offsets.length; leaf++) {
            for (int other = 0; other < leaf; other++) {
                if (!isDuplicate(leaf) && !isDuplicate(other) && equalHashes(leaf, other)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean equalHashes(int leaf, int other) {
        return Arrays.equals(
                bytes, hashes[leaf], hashes[leaf] + 32, bytes, hashes[other], hashes[other] + 32);
    }
}
