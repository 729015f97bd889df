package org.brisket.protocol.merkle;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.MalformedException;

/** Collects the leaves of one level in any order and sorts them by offset. */
final class MerkleLevelBuilder {
    private final long[] offsets;
    private final byte[] flags;
    private final ByteSlice[] hashes;
    private int size;

    MerkleLevelBuilder(int count, int bytesThatFollow) {
        // The count was already checked against the bytes that follow.
        if (count > bytesThatFollow) {
            throw new IllegalStateException(count + " leaves in " + bytesThatFollow + " bytes");
        }
        offsets = new long[count];
        flags = new byte[count];
        hashes = new ByteSlice[count];
    }

    void add(long offset, int flag, ByteSlice hash) {
        offsets[size] = offset;
        flags[size] = (byte) flag;
        hashes[size++] = hash;
    }

    void addDuplicate(long offset) {
        add(offset, MerkleLevel.DUPLICATE, ByteSlice.EMPTY);
    }

    MerkleLevel build(int level) throws MalformedException {
        int[] order = ascending();
        long[] sortedOffsets = new long[size];
        byte[] sortedFlags = new byte[size];
        byte[] sortedHashes = new byte[32 * size];
        for (int i = 0; i < size; i++) {
            int from = order[i];
            sortedOffsets[i] = offsets[from];
            sortedFlags[i] = flags[from];
            ByteSlice hash = hashes[from];
            System.arraycopy(hash.array(), hash.offset(), sortedHashes, 32 * i, hash.length());
            if (i > 0 && sortedOffsets[i - 1] == sortedOffsets[i]) {
                throw MalformedException.of(
                        "offset %d occurs twice at level %d", sortedOffsets[i], level);
            }
        }
        if (level == 0) {
            requireDistinctHashes();
        }
        return new MerkleLevel(sortedOffsets, sortedFlags, sortedHashes);
    }

    private int[] ascending() {
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingLong(i -> offsets[i]));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    private void requireDistinctHashes() throws MalformedException {
        Set<ByteSlice> seen = new HashSet<>();
        for (int i = 0; i < size; i++) {
            if (!hashes[i].isEmpty() && !seen.add(hashes[i])) {
                throw new MalformedException("one hash at two offsets of level 0");
            }
        }
    }
}
