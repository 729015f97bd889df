package org.brisket.protocol.header;

import java.math.BigInteger;
import org.brisket.protocol.hash.BlockHash;

/**
 * The largest number that a block's hash may be. Compact form is a base-256 float: the highest byte
 * is the length in bytes, the lower 23 bits are the leading digits, bit 23 is a sign that must not
 * be set.
 */
final class Target {
    private static final BigInteger TWO_TO_256 = BigInteger.ONE.shiftLeft(256);
    private static final long SIGN = 0x00800000;
    private static final long DIGITS = 0x007FFFFF;
    private static final int DIGIT_BYTES = 3;

    private Target() {}

    /** The number that compact bits stand for; not positive where they stand for none. */
    static BigInteger fromBits(long bits) {
        int length = (int) (bits >>> 24);
        BigInteger digits = BigInteger.valueOf(bits & DIGITS);
        BigInteger target = digits.shiftLeft(8 * (length - DIGIT_BYTES));
        return (bits & SIGN) != 0 ? target.negate() : target;
    }

    /** Compact form, which keeps the highest 15 to 23 bits. */
    static long toBits(BigInteger target) {
        int length = (target.bitLength() + 7) / 8;
        long digits = target.shiftRight(8 * (length - DIGIT_BYTES)).longValueExact();
        if ((digits & SIGN) != 0) {
            digits >>>= 8;
            length++;
        }
        return (long) length << 24 | digits;
    }

    /** A hash is a little-endian number: display order is its usual way of writing. */
    static boolean isReachedBy(BlockHash hash, BigInteger target) {
        return new BigInteger(hash.toString(), 16).compareTo(target) <= 0;
    }

    /** How many hashes it takes on average to reach a target. */
    static BigInteger work(BigInteger target) {
        return TWO_TO_256.divide(target.add(BigInteger.ONE));
    }

    /** The target that takes so many hashes on average. */
    static BigInteger ofWork(BigInteger work) {
        return TWO_TO_256.subtract(work).divide(work);
    }
}
