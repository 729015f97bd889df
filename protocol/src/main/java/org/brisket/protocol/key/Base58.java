package org.brisket.protocol.key;

import java.util.Arrays;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Sha256;

/** Base58 text: digits and letters without 0, O, I and l. A leading 1 stands for a zero byte. */
public final class Base58 {
    private static final String ALPHABET =
            "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    /** Conversion takes quadratic time, and nothing longer is in use. */
    private static final int LONGEST_TEXT = 1024;

    private Base58() {}

    public static String encode(byte[] bytes) {
        byte[] digits = new byte[bytes.length * 138 / 100 + 1];
        int used = 0;
        for (byte value : bytes) {
            used = multiplyAndAdd(digits, used, 256, value & 0xFF, 58);
        }
        StringBuilder text = new StringBuilder();
        text.append("1".repeat(leading(bytes)));
        for (int i = digits.length - used; i < digits.length; i++) {
            text.append(ALPHABET.charAt(digits[i]));
        }
        return text.toString();
    }

    public static byte[] decode(String text) throws MalformedException {
        if (text.length() > LONGEST_TEXT) {
            throw MalformedException.of("Base58 of %d characters", text.length());
        }
        byte[] bytes = new byte[text.length() + 1];
        int used = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0) {
                throw MalformedException.of("character %d is not Base58", i);
            }
            used = multiplyAndAdd(bytes, used, 58, digit, 256);
        }
        int zeros = leadingOnes(text);
        byte[] result = new byte[zeros + used];
        System.arraycopy(bytes, bytes.length - used, result, zeros, used);
        return result;
    }

    /** Number times factor plus addend, on digits of a base that stand at the array's end. */
    private static int multiplyAndAdd(byte[] digits, int used, int factor, int addend, int base) {
        int carry = addend;
        int done = 0;
        for (int at = digits.length - 1; done < used || carry > 0; at--, done++) {
            carry += (digits[at] & 0xFF) * factor;
            digits[at] = (byte) (carry % base);
            carry /= base;
        }
        return done;
    }

    private static int leading(byte[] bytes) {
        int zeros = 0;
        while (zeros < bytes.length && bytes[zeros] == 0) {
            zeros++;
        }
        return zeros;
    }

    private static int leadingOnes(String text) {
        int ones = 0;
        while (ones < text.length() && text.charAt(ones) == '1') {
            ones++;
        }
        return ones;
    }

    /** Base58 of the bytes and four bytes of their double SHA-256. */
    public static String encodeChecked(byte[] bytes) {
        byte[] withChecksum = Arrays.copyOf(bytes, bytes.length + 4);
        System.arraycopy(checksum(bytes), 0, withChecksum, bytes.length, 4);
        return encode(withChecksum);
    }

    /** The bytes before the checksum, which must be right. */
    public static byte[] decodeChecked(String text) throws MalformedException {
        byte[] all = decode(text);
        if (all.length < 4) {
            throw MalformedException.of("Base58Check of %d bytes has no checksum", all.length);
        }
        byte[] bytes = Arrays.copyOf(all, all.length - 4);
        if (!Arrays.equals(checksum(bytes), 0, 4, all, bytes.length, all.length)) {
            throw new MalformedException("the Base58Check checksum is wrong");
        }
        return bytes;
    }

    private static byte[] checksum(byte[] bytes) {
        return Arrays.copyOf(Sha256.doubleHash(bytes), 4);
    }
}
