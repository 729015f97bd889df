package org.brisket.protocol.crypto;

import java.util.Optional;
import org.brisket.protocol.bytes.ByteSlice;

/**
 * The strict DER encoding of a signature (BIP66), without the hash type byte that scripts append.
 *
 * <pre>
 * 30 | length | 02 | length of r | r | 02 | length of s | s
 * </pre>
 *
 * r and s are big-endian, not negative, not empty and without superfluous leading zeros.
 */
public final class StrictDer {
    private static final int SHORTEST = 8;
    private static final int LONGEST = 72;
    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;

    private StrictDer() {}

    public static boolean isStrict(ByteSlice der) {
        int length = der.length();
        if (length < SHORTEST || length > LONGEST) {
            return false;
        }
        if (der.at(0) != SEQUENCE || der.at(1) != length - 2) {
            return false;
        }
        int lengthOfR = der.at(3);
        if (5 + lengthOfR >= length) {
            return false;
        }
        int lengthOfS = der.at(5 + lengthOfR);
        return lengthOfR + lengthOfS + 6 == length
                && isInteger(der, 2, lengthOfR)
                && isInteger(der, 4 + lengthOfR, lengthOfS);
    }

    private static boolean isInteger(ByteSlice der, int at, int length) {
        if (der.at(at) != INTEGER || length == 0 || der.at(at + 2) >= 0x80) {
            return false;
        }
        boolean padded = length > 1 && der.at(at + 2) == 0 && der.at(at + 3) < 0x80;
        return !padded;
    }

    /**
     * Reads a signature; empty when the shape is not strict. A number beyond 256 bits has a strict
     * shape but no place in a signature: the result then holds zeros and verifies for no key.
     */
    public static Optional<EcdsaSignature> parse(ByteSlice der) {
        if (!isStrict(der)) {
            return Optional.empty();
        }
        byte[] compact = new byte[EcdsaSignature.COMPACT_LENGTH];
        int lengthOfR = der.at(3);
        boolean fits = copy(der, 4, lengthOfR, compact, 0);
        fits &= copy(der, 6 + lengthOfR, der.at(5 + lengthOfR), compact, 32);
        return Optional.of(
                EcdsaSignature.owning(fits ? compact : new byte[EcdsaSignature.COMPACT_LENGTH]));
    }

    private static boolean copy(ByteSlice der, int at, int length, byte[] target, int offset) {
        boolean signByte = der.at(at) == 0;
        int from = signByte ? at + 1 : at;
        int count = signByte ? length - 1 : length;
        if (count > 32) {
            return false;
        }
        System.arraycopy(der.array(), der.offset() + from, target, offset + 32 - count, count);
        return true;
    }

    public static byte[] encode(EcdsaSignature signature) {
        byte[] r = signature.r().toByteArray();
        byte[] s = signature.s().toByteArray();
        byte[] der = new byte[6 + r.length + s.length];
        der[0] = SEQUENCE;
        der[1] = (byte) (der.length - 2);
        put(der, 2, r);
        put(der, 4 + r.length, s);
        return der;
    }

    private static void put(byte[] der, int at, byte[] integer) {
        der[at] = INTEGER;
        der[at + 1] = (byte) integer.length;
        System.arraycopy(integer, 0, der, at + 2, integer.length);
    }
}
