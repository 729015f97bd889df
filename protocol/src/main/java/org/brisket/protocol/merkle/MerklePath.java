package org.brisket.protocol.merkle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.brisket.protocol.bytes.ByteReader;
import org.brisket.protocol.bytes.ByteWriter;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.hash.Txid;

/**
 * A proof that transactions are in a block (BUMP, BRC-74). It may be compound: several transactions
 * of one block, each node stored once, nodes that follow from lower ones left out.
 *
 * <pre>
 * block height varint | tree height u8 | per level: leaf count varint | leaves
 * leaf: offset varint | flags u8 (0 node, 1 duplicate, 2 txid) | hash 32 internal, unless duplicate
 * </pre>
 */
public final class MerklePath {
    static final int MAX_TREE_HEIGHT = 64;
    private final long blockHeight;
    private final MerkleLevel[] levels;
    private MerkleTree tree;

    /** Keeps the array of levels, lowest first and at least one. */
    MerklePath(long blockHeight, MerkleLevel[] levels) {
        this.blockHeight = blockHeight;
        this.levels = levels;
    }

    /** Parses bytes that hold one merkle path and nothing else. */
    public static MerklePath parse(byte[] bytes) throws MalformedException {
        ByteReader reader = new ByteReader(bytes);
        MerklePath path = read(reader);
        reader.expectEnd("merkle path");
        return path;
    }

    /** Reads one merkle path and leaves the reader behind it. */
    public static MerklePath read(ByteReader reader) throws MalformedException {
        return MerklePathReader.read(reader);
    }

    public long blockHeight() {
        return blockHeight;
    }

    public int treeHeight() {
        return levels.length;
    }

    List<MerkleLevel> levels() {
        return List.of(levels);
    }

    /**
     * The txids at level 0, in the order in which they were written; siblings may be among them.
     */
    public List<Txid> txids() {
        MerkleLevel lowest = levels[0];
        List<Txid> txids = new ArrayList<>(lowest.size());
        for (int leaf = lowest.first(); leaf < lowest.end(); leaf = lowest.next(leaf)) {
            if (!lowest.isDuplicate(leaf)) {
                txids.add(lowest.hash(leaf));
            }
        }
        return txids;
    }

    public boolean contains(Txid txid) {
        return levels[0].findHash(txid) >= 0;
    }

    /** The transaction's place in its block, 0 for the coinbase. */
    public long indexOf(Txid txid) throws MalformedException {
        int leaf = levels[0].findHash(txid);
        if (leaf < 0) {
            throw MalformedException.of("the merkle path does not contain %s", txid);
        }
        return levels[0].offset(leaf);
    }

    /**
     * The root that follows from the given transaction. Refuses a left sibling that equals the
     * working hash: that is the second copy of an odd node (CVE-2012-2459).
     */
    public MerkleRoot rootOf(Txid txid) throws MalformedException {
        long index = indexOf(txid);
        byte[] working = txid.toInternal();
        if (isSingleTransaction()) {
            return rootOfSingleTransaction(index, working);
        }
        tree().climb(index, working);
        return MerkleRoot.fromInternal(working);
    }

    private static MerkleRoot rootOfSingleTransaction(long index, byte[] hash)
            throws MalformedException {
        if (index != 0) {
            throw MalformedException.of("the only transaction of a block has offset %d", index);
        }
        return MerkleRoot.fromInternal(hash);
    }

    /** The transactions that the path was made to prove: those flagged so, else all of level 0. */
    public List<Txid> provenTxids() {
        MerkleLevel lowest = levels[0];
        List<Txid> flagged = new ArrayList<>();
        for (int leaf = lowest.first(); leaf < lowest.end(); leaf = lowest.next(leaf)) {
            if (lowest.flags(leaf) == MerkleLevel.CLIENT_TXID) {
                flagged.add(lowest.hash(leaf));
            }
        }
        return flagged.isEmpty() ? txids() : flagged;
    }

    /** The smallest path that proves what both prove; they must be of one block. */
    public MerklePath combine(MerklePath other) throws MalformedException {
        if (blockHeight != other.blockHeight) {
            throw MalformedException.of(
                    "merkle paths of heights %d and %d", blockHeight, other.blockHeight);
        }
        return new MerklePathAssembler(blockHeight)
                .addAll(this, provenTxids())
                .addAll(other, other.provenTxids())
                .build();
    }

    /** The smallest path that proves what this one proves. */
    public MerklePath trim() throws MalformedException {
        return extract(provenTxids());
    }

    /** The smallest path that proves these transactions, one at least, all at level 0 here. */
    public MerklePath extract(Collection<Txid> txids) throws MalformedException {
        return new MerklePathAssembler(blockHeight).addAll(this, txids).build();
    }

    /** The path that lists every transaction of a block at level 0, in their order there. */
    public static MerklePath ofBlock(long blockHeight, List<Txid> txids) throws MalformedException {
        ByteWriter writer = new ByteWriter(64 + 40 * txids.size());
        writer.writeVarint(blockHeight).writeByte(1).writeVarint(txids.size());
        for (int offset = 0; offset < txids.size(); offset++) {
            writer.writeVarint(offset).writeByte(MerkleLevel.CLIENT_TXID);
            writer.write(txids.get(offset).toInternal());
        }
        return parse(writer.toByteArray());
    }

    boolean isSingleTransaction() {
        return levels.length == 1 && levels[0].size() == 1;
    }

    /** How many levels lead to the root; the form that lists a whole block writes down but one. */
    int impliedHeight() {
        return isSingleTransaction() ? 1 : tree().height();
    }

    /** The node beside the given one, which must be given or follow. */
    byte[] siblingOf(int level, long offset, byte[] working) throws MalformedException {
        byte[] sibling = new byte[32];
        tree().copySibling(level, offset ^ 1, working, sibling);
        return sibling;
    }

    private MerkleTree tree() {
        if (tree == null) {
            tree = new MerkleTree(levels);
        }
        return tree;
    }

    public byte[] toBytes() {
        ByteWriter writer = new ByteWriter();
        write(writer);
        return writer.toByteArray();
    }

    public void write(ByteWriter writer) {
        writer.writeVarint(blockHeight).writeByte(levels.length);
        for (MerkleLevel level : levels) {
            writer.writeVarint(level.size());
            // Varints are read in their shortest form only, so the bytes are what would be written.
            writer.write(level.bytes(), level.first(), level.end() - level.first());
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MerklePath that && Arrays.equals(toBytes(), that.toBytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(toBytes());
    }
}
