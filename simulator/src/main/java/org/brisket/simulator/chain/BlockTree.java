package org.brisket.simulator.chain;

import java.util.ArrayList;
import java.util.List;
import org.brisket.protocol.bytes.ByteWriter;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.hash.Sha256;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.merkle.MerklePath;

/**
 * The whole merkle tree of one block, from which proofs (BUMP, BRC-74) are cut. Each level is one
 * array of 32-byte hashes in internal order; an odd last node is paired with itself.
 */
public final class BlockTree {
    private static final int NODE = 0;
    private static final int DUPLICATE = 1;
    private static final int CLIENT_TXID = 2;

    private final List<byte[]> levels = new ArrayList<>();

    public BlockTree(List<Txid> txids) {
        if (txids.isEmpty()) {
            throw new IllegalStateException("a block without transactions has no merkle tree");
        }
        byte[] level = new byte[32 * txids.size()];
        for (int i = 0; i < txids.size(); i++) {
            txids.get(i).writeInternal(level, 32 * i);
        }
        levels.add(level);
        while (level.length > 32) {
            level = parents(level);
            levels.add(level);
        }
    }

    private static byte[] parents(byte[] level) {
        int count = level.length / 32;
        byte[] parents = new byte[32 * ((count + 1) / 2)];
        Sha256 sha256 = Sha256.get();
        for (int left = 0; left < count; left += 2) {
            int right = Math.min(left + 1, count - 1);
            sha256.update(level, 32 * left, 32).update(level, 32 * right, 32);
            sha256.finishDouble(parents, 32 * (left / 2));
        }
        return parents;
    }

    public MerkleRoot root() {
        return MerkleRoot.fromInternal(levels.get(levels.size() - 1), 0);
    }

    /** The number of transactions. */
    public int size() {
        return levels.get(0).length / 32;
    }

    /** The proof of the transaction at an index, for a block of the given height. */
    public MerklePath path(long blockHeight, int index) {
        if (index < 0 || index >= size()) {
            throw new IllegalStateException("transaction " + index + " of " + size());
        }
        ByteWriter writer = new ByteWriter(40 * (levels.size() + 2)).writeVarint(blockHeight);
        int height = Math.max(1, levels.size() - 1);
        writer.writeByte(height);
        for (int level = 0; level < height; level++) {
            writeLevel(writer, level, index);
        }
        try {
            return MerklePath.parse(writer.toByteArray());
        } catch (MalformedException e) {
            throw new IllegalStateException("cut a merkle path that does not parse", e);
        }
    }

    private void writeLevel(ByteWriter writer, int level, int index) {
        int sibling = (index >> level) ^ 1;
        if (level > 0) {
            writeLeaf(writer.writeVarint(1), level, sibling, NODE);
        } else if (size() == 1) {
            writeLeaf(writer.writeVarint(1), 0, index, CLIENT_TXID);
        } else {
            writer.writeVarint(2);
            writeLeaf(writer, 0, Math.min(index, sibling), index < sibling ? CLIENT_TXID : NODE);
            writeLeaf(writer, 0, Math.max(index, sibling), index < sibling ? NODE : CLIENT_TXID);
        }
    }

    private void writeLeaf(ByteWriter writer, int level, int offset, int flags) {
        byte[] nodes = levels.get(level);
        writer.writeVarint(offset);
        if (32 * offset >= nodes.length) {
            writer.writeByte(DUPLICATE);
        } else {
            writer.writeByte(flags).write(nodes, 32 * offset, 32);
        }
    }
}
