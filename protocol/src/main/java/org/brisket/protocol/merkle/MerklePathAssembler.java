package org.brisket.protocol.merkle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.brisket.protocol.bytes.ByteWriter;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.hash.Sha256;
import org.brisket.protocol.hash.Txid;

/**
 * The making of the smallest merkle path that proves chosen transactions of one block, out of paths
 * that prove each of them. Every node that takes part is known with its hash, so that paths which
 * contradict each other anywhere are refused.
 */
final class MerklePathAssembler {
    /** A node beside a chosen transaction's way up, or on it. */
    private record Node(byte[] hash, boolean onTheWay, boolean duplicate) {}

    private final long blockHeight;
    private final List<TreeMap<Long, Node>> nodesByLevel = new ArrayList<>();
    private MerkleRoot root;

    MerklePathAssembler(long blockHeight) {
        this.blockHeight = blockHeight;
    }

    /** Adds transactions with the proofs that a path gives of them. */
    MerklePathAssembler addAll(MerklePath path, Collection<Txid> txids) throws MalformedException {
        for (Txid txid : txids) {
            add(path, txid);
        }
        return this;
    }

    private void add(MerklePath path, Txid txid) throws MalformedException {
        int height = path.impliedHeight();
        requireSameBlock(path, txid, height);
        long index = path.indexOf(txid);
        byte[] working = txid.toInternal();
        for (int level = 0; level < height; level++) {
            put(level, index >> level, new Node(working, true, false));
            if (path.isSingleTransaction()) {
                return;
            }
            working = parent(path, level, index >> level, working);
        }
    }

    private byte[] parent(MerklePath path, int level, long offset, byte[] working)
            throws MalformedException {
        byte[] sibling = path.siblingOf(level, offset, working);
        boolean siblingIsRight = (offset & 1) == 0;
        boolean duplicate = siblingIsRight && Arrays.equals(sibling, working);
        put(level, offset ^ 1, new Node(sibling, false, duplicate));
        return Sha256.get()
                .update(siblingIsRight ? working : sibling)
                .update(siblingIsRight ? sibling : working)
                .finishDouble();
    }

    private void requireSameBlock(MerklePath path, Txid txid, int height)
            throws MalformedException {
        MerkleRoot of = path.rootOf(txid);
        if (root == null) {
            root = of;
            for (int level = 0; level < height; level++) {
                nodesByLevel.add(new TreeMap<>());
            }
        } else if (!root.equals(of) || nodesByLevel.size() != height) {
            throw MalformedException.of(
                    "%s leads to root %s over %d levels, the others to %s over %d",
                    txid, of, height, root, nodesByLevel.size());
        }
    }

    private void put(int level, long offset, Node node) throws MalformedException {
        Node known = nodesByLevel.get(level).get(offset);
        if (known == null || (!known.onTheWay() && node.onTheWay())) {
            nodesByLevel.get(level).put(offset, node);
        }
        if (known != null && !Arrays.equals(known.hash(), node.hash())) {
            throw MalformedException.of("two hashes at offset %d of level %d", offset, level);
        }
    }

    /** What was added, without the nodes that follow from lower ones. */
    MerklePath build() throws MalformedException {
        if (root == null) {
            throw new MalformedException("a merkle path of no transactions");
        }
        ByteWriter writer = new ByteWriter();
        writer.writeVarint(blockHeight).writeByte(nodesByLevel.size());
        for (int level = 0; level < nodesByLevel.size(); level++) {
            write(level, writer);
        }
        return MerklePath.parse(writer.toByteArray());
    }

    private void write(int level, ByteWriter writer) {
        var nodes = nodesByLevel.get(level);
        boolean lowest = level == 0;
        writer.writeVarint(
                nodes.values().stream().filter(node -> lowest || !node.onTheWay()).count());
        nodes.forEach(
                (offset, node) -> {
                    if (node.onTheWay() && !lowest) {
                        return;
                    }
                    int flags = node.onTheWay() ? MerkleLevel.CLIENT_TXID : 0;
                    writer.writeVarint(offset);
                    writer.writeByte(node.duplicate() ? MerkleLevel.DUPLICATE : flags);
                    if (!node.duplicate()) {
                        writer.write(node.hash());
                    }
                });
    }
}
