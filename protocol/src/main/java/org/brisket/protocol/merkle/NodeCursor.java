package org.brisket.protocol.merkle;

/**
 * Goes through the nodes of one level that have a hash, by ascending offset. A node that is both
 * given and computed is the given one.
 */
final class NodeCursor {
    private final MerkleLevel given;
    private final int[] leaves;
    private final ComputedNodes computed;
    private int nextLeaf;
    private int nextComputed;

    private long offset;
    private byte[] bytes;
    private int hashAt;

    /**
     * @param given the leaves of the level; null above the highest level of the path
     */
    NodeCursor(MerkleLevel given, ComputedNodes computed) {
        this.given = given;
        this.leaves = given == null ? new int[0] : given.ascending();
        this.computed = computed;
    }

    /** No fewer than the nodes that it goes through. */
    int most() {
        return leaves.length + computed.size();
    }

    /** Goes to the first or next node; false behind the last. */
    boolean advance() {
        while (nextLeaf < leaves.length && given.isDuplicate(leaves[nextLeaf])) {
            nextLeaf++;
        }
        boolean hasLeaf = nextLeaf < leaves.length;
        boolean hasComputed = nextComputed < computed.size();
        if (hasLeaf && (!hasComputed || leafOffset() <= computed.offset(nextComputed))) {
            if (hasComputed && leafOffset() == computed.offset(nextComputed)) {
                nextComputed++;
            }
            takeLeaf();
        } else if (hasComputed) {
            takeComputed();
        }
        return hasLeaf || hasComputed;
    }

    private long leafOffset() {
        return given.offset(leaves[nextLeaf]);
    }

    private void takeLeaf() {
        offset = leafOffset();
        bytes = given.bytes();
        hashAt = given.hashAt(leaves[nextLeaf]);
        nextLeaf++;
    }

    private void takeComputed() {
        offset = computed.offset(nextComputed);
        bytes = computed.bytes();
        hashAt = computed.hashAt(nextComputed);
        nextComputed++;
    }

    long offset() {
        return offset;
    }

    /** What holds the node's hash; for reading only. */
    byte[] bytes() {
        return bytes;
    }

    /** Where the node's hash begins in {@link #bytes()}, 32 bytes in internal order. */
    int hashAt() {
        return hashAt;
    }
}
