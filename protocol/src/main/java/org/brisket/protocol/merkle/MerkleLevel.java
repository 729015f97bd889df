package org.brisket.protocol.merkle;

import org.brisket.protocol.bytes.LittleEndian;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;

/**
 * One level of a merkle path, read in place: nothing is kept per leaf. A leaf is named by where it
 * begins in the bytes, and leaves follow each other as they were written. A duplicate leaf has no
 * hash of its own; it stands for the node to its left.
 */
final class MerkleLevel {
    static final int DUPLICATE = 1;
    static final int CLIENT_TXID = 2;

    /** What a search returns that finds no leaf. */
    static final int NONE = -1;

    /** Up to this many ascending leaves a look at each is faster than an index. */
    private static final int SMALL = 8;

    private final byte[] bytes;
    private final int first;
    private final int end;
    private final int size;

    /** Null for few leaves in ascending order. */
    private final LeafIndex index;

    /**
     * A level whose leaves have been checked one by one, but not against each other.
     *
     * @param bytes what the path was read from
     * @param first where its first leaf begins
     * @param end behind its last leaf
     * @param ascending whether each offset is larger than the one before
     */
    MerkleLevel(byte[] bytes, int first, int end, int size, boolean ascending) {
        this.bytes = bytes;
        this.first = first;
        this.end = end;
        this.size = size;
        this.index = ascending && size <= SMALL ? null : new LeafIndex(this, ascending);
    }

    int size() {
        return size;
    }

    /** The first leaf as written, or {@link #end()} if there is none. */
    int first() {
        return first;
    }

    int end() {
        return end;
    }

    /** The leaf written behind the given one, or {@link #end()}. */
    int next(int leaf) {
        int behindFlags = hashAt(leaf);
        return isDuplicate(leaf) ? behindFlags : behindFlags + 32;
    }

    long offset(int leaf) {
        return switch (bytes[leaf] & 0xFF) {
            case 0xFD -> (bytes[leaf + 1] & 0xFF) | (bytes[leaf + 2] & 0xFF) << 8;
            case 0xFE -> LittleEndian.readInt(bytes, leaf + 1) & 0xFFFFFFFFL;
            case 0xFF -> LittleEndian.readLong(bytes, leaf + 1);
            default -> bytes[leaf] & 0xFF;
        };
    }

    private int flagsAt(int leaf) {
        return switch (bytes[leaf] & 0xFF) {
            case 0xFD -> leaf + 3;
            case 0xFE -> leaf + 5;
            case 0xFF -> leaf + 9;
            default -> leaf + 1;
        };
    }

    int flags(int leaf) {
        return bytes[flagsAt(leaf)];
    }

    boolean isDuplicate(int leaf) {
        return flags(leaf) == DUPLICATE;
    }

    /** What holds the hashes; for reading only. */
    byte[] bytes() {
        return bytes;
    }

    /** Where a leaf's hash begins in {@link #bytes()}, 32 bytes in internal order. */
    int hashAt(int leaf) {
        return flagsAt(leaf) + 1;
    }

    /** The hash of a leaf that is no duplicate. */
    Txid hash(int leaf) {
        return Txid.fromInternal(bytes, hashAt(leaf));
    }

    /** False for a level that is empty or holds a duplicate alone, of which it has one at most. */
    boolean hasHash() {
        return size > 1 || (size == 1 && !isDuplicate(first));
    }

    /** All leaves by ascending offset; for reading only. */
    int[] ascending() {
        return index == null ? written() : index.byOffset();
    }

    /** All leaves in the order in which they were written. */
    int[] written() {
        int[] leaves = new int[size];
        int count = 0;
        for (int leaf = first; leaf < end; leaf = next(leaf)) {
            leaves[count++] = leaf;
        }
        return leaves;
    }

    /** The largest offset of a level that is not empty. */
    long lastOffset() {
        if (index != null) {
            return index.lastOffset();
        }
        int last = first;
        for (int leaf = first; leaf < end; leaf = next(leaf)) {
            last = leaf;
        }
        return offset(last);
    }

    /** The leaf with the given offset, or {@link #NONE}. */
    int find(long offset) {
        if (index != null) {
            return index.find(offset);
        }
        for (int leaf = first; leaf < end; leaf = next(leaf)) {
            if (offset(leaf) == offset) {
                return leaf;
            }
        }
        return NONE;
    }

    /** The leaf with the given hash, or {@link #NONE}. */
    int findHash(Txid hash) {
        if (index != null) {
            return index.find(hash);
        }
        for (int leaf = first; leaf < end; leaf = next(leaf)) {
            if (!isDuplicate(leaf) && hash(leaf).equals(hash)) {
                return leaf;
            }
        }
        return NONE;
    }

    void requireDistinctOffsets(int level) throws MalformedException {
        if (index != null) {
            index.requireDistinctOffsets(level);
        }
    }

    /** At level 0 every hash is a txid, and no transaction stands in a block twice. */
    void requireDistinctHashes() throws MalformedException {
        boolean distinct = index == null ? fewHashesAreDistinct() : index.hashesAreDistinct();
        if (!distinct) {
            throw new MalformedException("one hash at two offsets of level 0");
        }
    }

    private boolean fewHashesAreDistinct() {
        for (int leaf = first; leaf < end; leaf = next(leaf)) {
            // A leaf that comes later and has the same hash would be the second one.
            if (!isDuplicate(leaf) && findHash(hash(leaf)) != leaf) {
                return false;
            }
        }
        return true;
    }
}
