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
    private static final int SIGN = 0x00800000;
    private static final int DIGITS = 0x007FFFFF;
    private static final int DIGIT_BYTES = 3;

    private Target() {}

    /** The number that compact bits stand for; not positive where they stand for none. */
    static BigInteger fromBits(int bits) {
        int length = bits >>> 24;
        BigInteger digits = BigInteger.valueOf(bits & DIGITS);
        BigInteger target = digits.shiftLeft(8 * (length - DIGIT_BYTES));
        return (bits & SIGN) != 0 ? target.negate() : target;
    }

    /** Compact form, which keeps the highest 15 to 23 bits. */
    static int toBits(BigInteger target) {
        int length = (target.bitLength() + 7) / 8;
        int digits = target.shiftRight(8 * (length - DIGIT_BYTES)).intValue();
        if ((digits & SIGN) != 0) {
            digits >>>= 8;
            length++;
        }
        return length << 24 | digits;
    }

    /** A hash is a little-endian number. */
    static boolean isReachedBy(BlockHash hash, BigInteger target) {
        byte[] bytes = hash.toInternal();
        for (int i = 0, j = bytes.length - 1; i < j; i++, j--) {
            byte first = bytes[i];
            bytes[i] = bytes[j];
            bytes[j] = first;
        }
        return new BigInteger(1, bytes).compareTo(target) <= 0;
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
