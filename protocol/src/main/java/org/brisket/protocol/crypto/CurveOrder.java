package org.brisket.protocol.crypto;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.security.MessageDigest;

/**
 * The order n of the secp256k1 group, and comparisons of 32-byte big-endian scalars with it. Works
 * on longs because every signature passes here.
 */
final class CurveOrder {
    static final BigInteger N =
            new BigInteger("FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141", 16);
    static final int SCALAR_LENGTH = 32;

    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final long[] ORDER = {
        0xFFFFFFFFFFFFFFFFL, 0xFFFFFFFFFFFFFFFEL, 0xBAAEDCE6AF48A03BL, 0xBFD25E8CD0364141L
    };
    private static final long[] HALF_ORDER = {
        0x7FFFFFFFFFFFFFFFL, 0xFFFFFFFFFFFFFFFFL, 0x5D576E7357A4501DL, 0xDFE92F46681B20A0L
    };

    private CurveOrder() {}

    /** True for a scalar that a signature or a key may hold: 1 to n-1. */
    static boolean isValidScalar(byte[] bytes, int offset) {
        return !isZero(bytes, offset) && compare(bytes, offset, ORDER) < 0;
    }

    static boolean isOverHalf(byte[] bytes, int offset) {
        return compare(bytes, offset, HALF_ORDER) > 0;
    }

    /** Replaces a scalar s by n - s. */
    static void negate(byte[] bytes, int offset) {
        long borrow = 0;
        for (int word = 3; word >= 0; word--) {
            int at = offset + 8 * word;
            long subtrahend = (long) LONG.get(bytes, at);
            long difference = ORDER[word] - subtrahend - borrow;
            boolean borrows =
                    Long.compareUnsigned(ORDER[word], subtrahend) < 0
                            || (ORDER[word] == subtrahend && borrow == 1);
            LONG.set(bytes, at, difference);
            borrow = borrows ? 1 : 0;
        }
    }

    /** A scalar as exactly 32 big-endian bytes. */
    static byte[] toBytes(BigInteger scalar) {
        byte[] target = new byte[SCALAR_LENGTH];
        byte[] bytes = scalar.toByteArray();
        int length = Math.min(bytes.length, SCALAR_LENGTH);
        System.arraycopy(bytes, bytes.length - length, target, SCALAR_LENGTH - length, length);
        return target;
    }

    /** True for two scalars below n whose sum is n. */
    static boolean isOpposite(byte[] scalar, byte[] other) {
        byte[] negated = other.clone();
        negate(negated, 0);
        return MessageDigest.isEqual(scalar, negated);
    }

    static boolean isZero(byte[] bytes, int offset) {
        long all = 0;
        for (int word = 0; word < 4; word++) {
            all |= (long) LONG.get(bytes, offset + 8 * word);
        }
        return all == 0;
    }

    private static int compare(byte[] bytes, int offset, long[] words) {
        for (int word = 0; word < 4; word++) {
            int order =
                    Long.compareUnsigned((long) LONG.get(bytes, offset + 8 * word), words[word]);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
