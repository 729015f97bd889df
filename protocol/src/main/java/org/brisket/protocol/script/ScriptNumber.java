package org.brisket.protocol.script;

import java.math.BigInteger;
import org.brisket.protocol.bytes.ByteSlice;

/**
 * Numbers on the script stack: little-endian, the highest bit of the last byte is the sign, zero is
 * empty. Any length may be read; what is written is always the shortest form.
 */
final class ScriptNumber {
    private ScriptNumber() {}

    static BigInteger decode(ByteSlice bytes, int maxLength) throws ScriptFailure {
        requireLength(bytes.length(), maxLength);
        if (bytes.isEmpty()) {
            return BigInteger.ZERO;
        }
        byte[] magnitude = reversed(bytes);
        boolean negative = (magnitude[0] & 0x80) != 0;
        magnitude[0] &= 0x7F;
        BigInteger value = new BigInteger(1, magnitude);
        return negative ? value.negate() : value;
    }

    static byte[] encode(long value) {
        return encode(BigInteger.valueOf(value));
    }

    static byte[] encode(BigInteger value) {
        if (value.signum() == 0) {
            return new byte[0];
        }
        // Two's complement of the magnitude leaves the highest bit free for the sign.
        byte[] bytes = value.abs().toByteArray();
        byte[] result = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            result[i] = bytes[bytes.length - 1 - i];
        }
        if (value.signum() < 0) {
            result[result.length - 1] |= (byte) 0x80;
        }
        return result;
    }

    /** False where fewer bytes would say the same. */
    static boolean isShortest(ByteSlice bytes) {
        int last = bytes.length() - 1;
        if (last < 0 || (bytes.at(last) & 0x7F) != 0) {
            return true;
        }
        // The last byte is nothing but a sign: it must be there for the bit below.
        return last > 0 && (bytes.at(last - 1) & 0x80) != 0;
    }

    /** False for zero of any length and either sign, true for everything else. */
    static boolean isTrue(ByteSlice bytes) {
        int last = bytes.length() - 1;
        for (int i = 0; i < last; i++) {
            if (bytes.at(i) != 0) {
                return true;
            }
        }
        return last >= 0 && (bytes.at(last) & 0x7F) != 0;
    }

    static void requireLength(long length, int maxLength) throws ScriptFailure {
        if (length > maxLength) {
            throw ScriptFailure.invalid(
                    ScriptError.SCRIPTNUM_OVERFLOW,
                    "a number of " + length + " bytes, the limit is " + maxLength);
        }
    }

    private static byte[] reversed(ByteSlice bytes) {
        byte[] result = new byte[bytes.length()];
        for (int i = 0; i < result.length; i++) {
            result[i] = (byte) bytes.at(result.length - 1 - i);
        }
        return result;
    }
}
