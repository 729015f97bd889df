package org.brisket.protocol.merkle;

import java.util.function.IntBinaryOperator;

/**
 * Sorts indices without making an object of each. It is a merge sort: whoever chooses the input
 * cannot make it slower than n log n.
 */
final class IndexSort {
    private IndexSort() {}

    /** Brings indices into the order of a comparison of two of them. */
    static void sort(int[] indices, IntBinaryOperator comparison) {
        int[] from = indices;
        int[] to = new int[indices.length];
        for (int width = 1; width < indices.length; width *= 2) {
            for (int start = 0; start < indices.length; start += 2 * width) {
                merge(from, to, start, width, comparison);
            }
            int[] merged = to;
            to = from;
            from = merged;
        }
        if (from != indices) {
            System.arraycopy(from, 0, indices, 0, indices.length);
        }
    }

    private static void merge(
            int[] from, int[] to, int start, int width, IntBinaryOperator comparison) {
        int middle = Math.min(start + width, from.length);
        int end = Math.min(middle + width, from.length);
        int left = start;
        int right = middle;
        for (int at = start; at < end; at++) {
            boolean takeLeft =
                    right == end
                            || left < middle && comparison.applyAsInt(from[left], from[right]) <= 0;
            to[at] = takeLeft ? from[left++] : from[right++];
        }
    }
}
