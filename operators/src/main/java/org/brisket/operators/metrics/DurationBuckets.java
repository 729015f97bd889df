package org.brisket.operators.metrics;

/**
 * Buckets for numbers from 0 to 2^36: one for each number below 16, then 16 for each power of two.
 */
final class DurationBuckets {
    private static final int SUB_BITS = 4;
    private static final int SUB = 1 << SUB_BITS;
    private static final int MAX_EXPONENT = 35;

    static final int COUNT = (MAX_EXPONENT - SUB_BITS + 2) * SUB;

    private DurationBuckets() {}

    /** The bucket of a number; the first for negative ones, the last for those that are too big. */
    static int of(long value) {
        if (value < SUB) {
            return (int) Math.max(value, 0);
        }
        int exponent = Long.SIZE - 1 - Long.numberOfLeadingZeros(value);
        if (exponent > MAX_EXPONENT) {
            return COUNT - 1;
        }
        int shift = exponent - SUB_BITS;
        return (shift + 1) * SUB + (int) (value >>> shift) - SUB;
    }

    /** The largest number of a bucket. */
    static long upperBound(int bucket) {
        if (bucket < SUB) {
            return bucket;
        }
        int shift = bucket / SUB - 1;
        return ((long) (bucket % SUB + SUB + 1) << shift) - 1;
    }
}
