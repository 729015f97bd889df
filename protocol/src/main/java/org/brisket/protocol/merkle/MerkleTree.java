package org.brisket.protocol.merkle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Sha256;

/**
 * What follows from a merkle path's leaves: nodes that the sender left out because they can be
 * computed from lower ones. They are computed bottom-up, each once and only when first asked for,
 * so a hostile path costs no more than its own leaves.
 */
final class MerkleTree {
    private final List<MerkleLevel> levels;
    private final int height;
    private List<Map<Long, byte[]>> computed;

    MerkleTree(List<MerkleLevel> levels) {
        this.levels = levels;
        this.height = Math.max(levels.size(), impliedHeight(levels.get(0)));
    }

    private static int impliedHeight(MerkleLevel lowest) {
        return 64 - Long.numberOfLeadingZeros(lowest.lastOffset());
    }

    int height() {
        return height;
    }

    /** Copies the node beside the working hash; false if it neither is given nor follows. */
    boolean copySibling(int level, long offset, byte[] working, byte[] target)
            throws MalformedException {
        int leaf = level < levels.size() ? levels.get(level).find(offset) : -1;
        if (leaf >= 0 && levels.get(level).isDuplicate(leaf)) {
            System.arraycopy(working, 0, target, 0, 32);
            return true;
        }
        if (leaf >= 0) {
            MerkleLevel given = levels.get(level);
            System.arraycopy(given.bytes(), given.hashAt(leaf), target, 0, 32);
            requireNotSecondCopy(level, offset, working, target);
            return true;
        }
        return copyComputed(level, offset, working, target);
    }

    /**
     * An equal sibling on the right is an odd node whose copy was written out, as some writers do
     * above level 0. On the left it would make the proven transaction part of that copy.
     */
    private static void requireNotSecondCopy(int level, long offset, byte[] working, byte[] sibling)
            throws MalformedException {
        if ((offset & 1) == 0 && Arrays.equals(working, sibling)) {
            throw MalformedException.of(
                    "sibling at offset %d of level %d equals its neighbour", offset, level);
        }
    }

    private boolean copyComputed(int level, long offset, byte[] working, byte[] target)
            throws MalformedException {
        byte[] node = computed().get(level).get(offset);
        if (node != null) {
            requireNotSecondCopy(level, offset, working, node);
            System.arraycopy(node, 0, target, 0, 32);
            return true;
        }
        if (levels.size() == 1 && (offset & 1) == 1 && isBeyondTheLast(level, offset)) {
            System.arraycopy(working, 0, target, 0, 32);
            return true;
        }
        return false;
    }

    /**
     * In the form that lists a whole block at level 0, a missing right neighbour is the odd node.
     */
    private boolean isBeyondTheLast(int level, long offset) {
        MerkleLevel lowest = levels.get(0);
        return lowest.size() > 1 && offset > lowest.lastOffset() >> level;
    }

    private List<Map<Long, byte[]>> computed() {
        if (computed == null) {
            computed = computeUpwards();
        }
        return computed;
    }

    private List<Map<Long, byte[]>> computeUpwards() {
        List<Map<Long, byte[]>> known = new ArrayList<>(height);
        for (int level = 0; level < height; level++) {
            Map<Long, byte[]> nodes = givenNodes(level);
            if (level > 0) {
                addParents(level - 1, known.get(level - 1), nodes);
            }
            known.add(nodes);
        }
        return known;
    }

    private Map<Long, byte[]> givenNodes(int level) {
        Map<Long, byte[]> nodes = new HashMap<>();
        if (level >= levels.size()) {
            return nodes;
        }
        MerkleLevel given = levels.get(level);
        for (int leaf = 0; leaf < given.size(); leaf++) {
            if (!given.isDuplicate(leaf)) {
                int at = given.hashAt(leaf);
                byte[] hash = Arrays.copyOfRange(given.bytes(), at, at + 32);
                nodes.put(given.offset(leaf), hash);
            }
        }
        return nodes;
    }

    private void addParents(int level, Map<Long, byte[]> nodes, Map<Long, byte[]> parents) {
        Sha256 sha256 = Sha256.get();
        byte[] right = new byte[32];
        for (var entry : nodes.entrySet()) {
            long offset = entry.getKey();
            if ((offset & 1) == 1 || !rightOf(level, offset, nodes, entry.getValue(), right)) {
                continue;
            }
            parents.computeIfAbsent(
                    offset >> 1,
                    parent -> sha256.update(entry.getValue()).update(right).finishDouble());
        }
    }

    private boolean rightOf(
            int level, long left, Map<Long, byte[]> nodes, byte[] leftHash, byte[] right) {
        byte[] known = nodes.get(left + 1);
        if (known != null) {
            System.arraycopy(known, 0, right, 0, 32);
            return true;
        }
        int leaf = level < levels.size() ? levels.get(level).find(left + 1) : -1;
        boolean duplicate = leaf >= 0 && levels.get(level).isDuplicate(leaf);
        if (duplicate || (levels.size() == 1 && isBeyondTheLast(level, left + 1))) {
            System.arraycopy(leftHash, 0, right, 0, 32);
            return true;
        }
        return false;
    }
}
