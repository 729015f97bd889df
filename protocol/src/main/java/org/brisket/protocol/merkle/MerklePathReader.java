package org.brisket.protocol.merkle;

import org.brisket.protocol.bytes.ByteReader;
import org.brisket.protocol.bytes.MalformedException;

/** Reads the binary form of merkle paths strictly: nothing that no honest tree could hold. */
final class MerklePathReader {
    private static final long MAX_OFFSET = 1L << 53;
    private static final int SMALLEST_LEAF = 2;

    private MerklePathReader() {}

    static MerklePath read(ByteReader reader) throws MalformedException {
        long blockHeight = reader.readVarint();
        if (blockHeight > 0xFFFFFFFFL) {
            throw MalformedException.of("block height %d is not 32-bit", blockHeight);
        }
        int treeHeight = reader.readUnsignedByte();
        if (treeHeight < 1 || treeHeight > MerklePath.MAX_TREE_HEIGHT) {
            throw MalformedException.of("merkle tree of %d levels, not 1..64", treeHeight);
        }
        MerkleLevel[] levels = new MerkleLevel[treeHeight];
        for (int level = 0; level < treeHeight; level++) {
            levels[level] = readLevel(reader, level, treeHeight);
        }
        if (!levels[0].hasHash()) {
            throw new MalformedException("a merkle path without transactions at level 0");
        }
        return new MerklePath(blockHeight, levels);
    }

    private static MerkleLevel readLevel(ByteReader reader, int level, int treeHeight)
            throws MalformedException {
        int count = reader.readCount(SMALLEST_LEAF, "merkle leaves");
        int first = reader.position();
        int duplicates = 0;
        long lastOffset = -1;
        boolean ascending = true;
        for (int leaf = 0; leaf < count; leaf++) {
            long offset = reader.readVarint();
            checkOffset(offset, level, treeHeight);
            ascending &= offset > lastOffset;
            lastOffset = offset;
            if (readFlags(reader, offset, level) == MerkleLevel.DUPLICATE) {
                requireFirst(duplicates++, level);
            } else {
                reader.skip(32);
            }
        }
        MerkleLevel read =
                new MerkleLevel(reader.array(), first, reader.position(), count, ascending);
        requireDistinct(read, level);
        return read;
    }

    private static void requireDistinct(MerkleLevel read, int level) throws MalformedException {
        read.requireDistinctOffsets(level);
        if (level == 0) {
            read.requireDistinctHashes();
        }
    }

    private static int readFlags(ByteReader reader, long offset, int level)
            throws MalformedException {
        int flags = reader.readUnsignedByte();
        checkFlags(flags, offset, level);
        return flags;
    }

    /** Only the last node of a level can be paired with itself. */
    private static void requireFirst(int duplicatesBefore, int level) throws MalformedException {
        if (duplicatesBefore > 0) {
            throw MalformedException.of("more than one duplicate leaf at level %d", level);
        }
    }

    private static void checkOffset(long offset, int level, int treeHeight)
            throws MalformedException {
        // A path of one level may list every transaction of the block; its tree is then implied.
        int bits = treeHeight == 1 ? 53 : Math.min(53, treeHeight - level);
        if (offset >= Math.min(MAX_OFFSET, 1L << bits)) {
            throw MalformedException.of("offset %d is outside of level %d", offset, level);
        }
    }

    private static void checkFlags(int flags, long offset, int level) throws MalformedException {
        if (flags > MerkleLevel.CLIENT_TXID) {
            throw MalformedException.of("merkle leaf flags %d are not 0, 1 or 2", flags);
        }
        if (flags == MerkleLevel.DUPLICATE && (offset & 1) == 0) {
            throw MalformedException.of("duplicate leaf at even offset %d", offset);
        }
        if (flags == MerkleLevel.CLIENT_TXID && level > 0) {
            throw MalformedException.of("txid flag at level %d, above level 0", level);
        }
    }
}
