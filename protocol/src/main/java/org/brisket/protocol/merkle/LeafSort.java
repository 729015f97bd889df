package org.brisket.protocol.merkle;

/**
 * Sorts leaves by 64-bit keys, smallest first as signed numbers, and leaves of equal keys by a
 * slower comparison. Whoever writes a merkle path chooses its offsets and hashes, so this is a
 * merge sort: n log n steps for any of them, where a hash table could be filled with collisions.
 */
final class LeafSort {
    /** What a leaf is sorted by. */
    interface Key {
        long of(int leaf);
    }

    /** The order of two leaves with one key; negative if the first is to come first. */
    interface Tie {
        int compare(int leaf, int other);
    }

    private final Tie tie;
    private int[] leaves;
    private long[] keys;
    private int[] mergedLeaves;
    private long[] mergedKeys;

    private LeafSort(int[] leaves, long[] keys, Tie tie) {
        this.leaves = leaves;
        this.keys = keys;
        this.mergedLeaves = new int[leaves.length];
        this.mergedKeys = new long[leaves.length];
        this.tie = tie;
    }

    /** The leaves in their order; the array given may become the result or be overwritten. */
    static int[] sort(int[] leaves, Key key, Tie tie) {
        long[] keys = new long[leaves.length];
        for (int i = 0; i < leaves.length; i++) {
            keys[i] = key.of(leaves[i]);
        }
        return new LeafSort(leaves, keys, tie).sorted();
    }

    private int[] sorted() {
        for (int width = 1; width < leaves.length; width *= 2) {
            for (int from = 0; from < leaves.length; from += 2 * width) {
                int middle = Math.min(from + width, leaves.length);
                merge(from, middle, Math.min(middle + width, leaves.length));
            }
            swap();
        }
        return leaves;
    }

    /** Merges the sorted runs [from, middle) and [middle, to). */
    private void merge(int from, int middle, int to) {
        int left = from;
        int right = middle;
        for (int target = from; target < to; target++) {
            boolean takesLeft = right == to || (left < middle && !isAfter(left, right));
            int source = takesLeft ? left++ : right++;
            mergedLeaves[target] = leaves[source];
            mergedKeys[target] = keys[source];
        }
    }

    private boolean isAfter(int left, int right) {
        if (keys[left] != keys[right]) {
            return keys[left] > keys[right];
        }
        return tie.compare(leaves[left], leaves[right]) > 0;
    }

    private void swap() {
        int[] sortedLeaves = mergedLeaves;
        mergedLeaves = leaves;
        leaves = sortedLeaves;
        long[] sortedKeys = mergedKeys;
        mergedKeys = keys;
        keys = sortedKeys;
    }
}
