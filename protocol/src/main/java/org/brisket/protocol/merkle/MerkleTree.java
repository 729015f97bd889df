package org.brisket.protocol.merkle;

import java.util.Arrays;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Sha256;

/**
 * What follows from a merkle path's leaves: nodes that the sender left out because they can be
 * computed from lower ones. They are computed bottom-up, each once and only when first asked for,
 * so a hostile path costs no more than its own leaves.
 */
final class MerkleTree {
    private final MerkleLevel[] levels;
    private final int height;
    private ComputedNodes[] computed;

    MerkleTree(MerkleLevel[] levels) {
        this.levels = levels;
        this.height = Math.max(levels.length, impliedHeight(levels[0]));
    }

    private static int impliedHeight(MerkleLevel lowest) {
        return 64 - Long.numberOfLeadingZeros(lowest.lastOffset());
    }

    int height() {
        return height;
    }

    /** Turns the hash at the given offset of level 0 into the root, in place. */
    void climb(long index, byte[] working) throws MalformedException {
        Sha256 sha256 = Sha256.get();
        byte[] sibling = new byte[32];
        for (int level = 0; level < height; level++) {
            long siblingOffset = (index >> level) ^ 1;
            copySibling(level, siblingOffset, working, sibling);
            boolean siblingIsRight = (siblingOffset & 1) == 1;
            sha256.update(siblingIsRight ? working : sibling);
            sha256.update(siblingIsRight ? sibling : working);
            sha256.finishDouble(working, 0);
        }
    }

    /** Copies the node beside the working hash, which must be given or follow. */
    void copySibling(int level, long offset, byte[] working, byte[] target)
            throws MalformedException {
        MerkleLevel given = given(level);
        int leaf = given == null ? MerkleLevel.NONE : given.find(offset);
        if (leaf < 0) {
            copyComputed(level, offset, working, target);
        } else if (given.isDuplicate(leaf)) {
            System.arraycopy(working, 0, target, 0, 32);
        } else {
            System.arraycopy(given.bytes(), given.hashAt(leaf), target, 0, 32);
            requireNotSecondCopy(level, offset, working, target);
        }
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

    private void copyComputed(int level, long offset, byte[] working, byte[] target)
            throws MalformedException {
        ComputedNodes nodes = computed()[level];
        int node = nodes.find(offset);
        if (node >= 0) {
            System.arraycopy(nodes.bytes(), nodes.hashAt(node), target, 0, 32);
            requireNotSecondCopy(level, offset, working, target);
        } else if ((offset & 1) == 1 && isBeyondTheLast(level, offset)) {
            System.arraycopy(working, 0, target, 0, 32);
        } else {
            throw MalformedException.of("no hash for offset %d at level %d", offset, level);
        }
    }

    /**
     * In the form that lists a whole block at level 0, a missing right neighbour is the odd node.
     */
    private boolean isBeyondTheLast(int level, long offset) {
        return levels.length == 1
                && levels[0].size() > 1
                && offset > levels[0].lastOffset() >> level;
    }

    private ComputedNodes[] computed() {
        if (computed == null) {
            computed = computeUpwards();
        }
        return computed;
    }

    private ComputedNodes[] computeUpwards() {
        ComputedNodes[] known = new ComputedNodes[height];
        known[0] = new ComputedNodes(0);
        for (int level = 1; level < height; level++) {
            known[level] = parents(level - 1, known[level - 1]);
        }
        return known;
    }

    private ComputedNodes parents(int level, ComputedNodes below) {
        NodeCursor nodes = new NodeCursor(given(level), below);
        // Two nodes make one parent; only the last and the one before a duplicate do so alone.
        ComputedNodes parents = new ComputedNodes(nodes.most() / 2 + 1);
        boolean more = nodes.advance();
        while (more) {
            more = addParent(level, nodes, parents);
        }
        return parents;
    }

    /** Goes on to the next node, if there is one, and adds what follows from the one before. */
    private boolean addParent(int level, NodeCursor nodes, ComputedNodes parents) {
        long left = nodes.offset();
        byte[] leftBytes = nodes.bytes();
        int leftAt = nodes.hashAt();
        boolean more = nodes.advance();
        if ((left & 1) == 1 || isGiven(level + 1, left >> 1)) {
            return more;
        }
        if (more && nodes.offset() == left + 1) {
            parents.add(left >> 1, pair(leftBytes, leftAt, nodes.bytes(), nodes.hashAt()));
        } else if (isPairedWithItself(level, left)) {
            parents.add(left >> 1, pair(leftBytes, leftAt, leftBytes, leftAt));
        }
        return more;
    }

    private static Sha256 pair(byte[] left, int leftAt, byte[] right, int rightAt) {
        return Sha256.get().update(left, leftAt, 32).update(right, rightAt, 32);
    }

    private MerkleLevel given(int level) {
        return level < levels.length ? levels[level] : null;
    }

    private boolean isGiven(int level, long offset) {
        MerkleLevel given = given(level);
        int leaf = given == null ? MerkleLevel.NONE : given.find(offset);
        return leaf >= 0 && !given.isDuplicate(leaf);
    }

    private boolean isPairedWithItself(int level, long left) {
        MerkleLevel given = given(level);
        int leaf = given == null ? MerkleLevel.NONE : given.find(left + 1);
        boolean duplicate = leaf >= 0 && given.isDuplicate(leaf);
        return duplicate || isBeyondTheLast(level, left + 1);
    }
}
