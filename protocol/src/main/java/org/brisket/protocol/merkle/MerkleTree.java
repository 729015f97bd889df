package org.brisket.protocol.merkle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    private List<MerkleNodes> known;

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
        MerkleNodes nodes = known().get(level);
        int node = nodes.find(offset);
        if (node >= 0) {
            System.arraycopy(nodes.hashes(), nodes.hashAt(node), target, 0, 32);
            requireNotSecondCopy(level, offset, working, target);
            return true;
        }
        if (isBeyondTheLast(level, offset)) {
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
        return levels.size() == 1
                && (offset & 1) == 1
                && lowest.size() > 1
                && offset > lowest.lastOffset() >> level;
    }

    private List<MerkleNodes> known() {
        if (known == null) {
            known = computeUpwards();
        }
        return known;
    }

    private List<MerkleNodes> computeUpwards() {
        List<MerkleNodes> nodes = new ArrayList<>(height);
        MerkleNodes below = new MerkleNodes(0);
        for (int level = 0; level < height; level++) {
            below = merge(level, below);
            nodes.add(below);
        }
        return nodes;
    }

    /** The nodes of a level: those given, and between them those that follow from below. */
    private MerkleNodes merge(int level, MerkleNodes below) {
        int given = level < levels.size() ? levels.get(level).size() : 0;
        MerkleNodes nodes = new MerkleNodes(given + (below.size() + 1) / 2 + 1);
        int place = 0;
        for (int left = 0; left < below.size(); left++) {
            long offset = below.offset(left) >> 1;
            place = addGiven(level, place, offset, nodes);
            boolean isLeft = (below.offset(left) & 1) == 0;
            boolean isGiven = nodes.size() > 0 && nodes.offset(nodes.size() - 1) == offset;
            if (isLeft && !isGiven) {
                addParent(level - 1, below, left, nodes);
            }
        }
        addGiven(level, place, Long.MAX_VALUE, nodes);
        return nodes;
    }

    /** Adds the given nodes from a place on, up to and with an offset; ends at the next place. */
    private int addGiven(int level, int from, long upTo, MerkleNodes nodes) {
        int place = from;
        while (level < levels.size() && place < levels.get(level).size()) {
            MerkleLevel given = levels.get(level);
            int leaf = given.ascending(place);
            if (given.offset(leaf) > upTo) {
                break;
            }
            if (!given.isDuplicate(leaf)) {
                nodes.add(given.offset(leaf), given.bytes(), given.hashAt(leaf));
            }
            place++;
        }
        return place;
    }

    private void addParent(int level, MerkleNodes below, int left, MerkleNodes parents) {
        int right = rightOf(level, below, left);
        if (right >= 0) {
            int at = parents.add(below.offset(left) >> 1);
            Sha256.get()
                    .update(below.hashes(), below.hashAt(left), 32)
                    .update(below.hashes(), below.hashAt(right), 32)
                    .finishDouble(parents.hashes(), at);
        }
    }

    /** What a left node is hashed with: its neighbour, or itself if it is odd; else negative. */
    private int rightOf(int level, MerkleNodes nodes, int left) {
        long offset = nodes.offset(left) + 1;
        if (left + 1 < nodes.size() && nodes.offset(left + 1) == offset) {
            return left + 1;
        }
        int leaf = level < levels.size() ? levels.get(level).find(offset) : -1;
        boolean duplicate = leaf >= 0 && levels.get(level).isDuplicate(leaf);
        return duplicate || isBeyondTheLast(level, offset) ? left : -1;
    }
}
