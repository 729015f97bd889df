package org.brisket.protocol.hash;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;

/** The four words that every 32-byte identifier is made of. */
final class Words {
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private Words() {}

    static long at(byte[] bytes, int offset) {
        return (long) LONG.get(bytes, offset);
    }

    static void put(byte[] bytes, int offset, long a, long b, long c, long d) {
        LONG.set(bytes, offset, a);
        LONG.set(bytes, offset + 8, b);
        LONG.set(bytes, offset + 16, c);
        LONG.set(bytes, offset + 24, d);
    }

    static byte[] requireLength(byte[] bytes) {
        if (bytes.length != 32) {
            throw new IllegalStateException("a hash of " + bytes.length + " bytes, not 32");
        }
        return bytes;
    }

    static byte[] internalFromDisplay(String hex) throws MalformedException {
        if (hex.length() != 64) {
            throw MalformedException.of(
                    "a hash of %d hexadecimal characters, not 64", hex.length());
        }
        return reverse(Hex.decode(hex));
    }

    static String displayHex(byte[] internal) {
        return Hex.encode(reverse(internal));
    }

    static int compare(long a, long b, long c, long d, long e, long f, long g, long h) {
        int first = Long.compareUnsigned(a, e);
        if (first != 0) {
            return first;
        }
        int second = Long.compareUnsigned(b, f);
        if (second != 0) {
            return second;
        }
        int third = Long.compareUnsigned(c, g);
        return third != 0 ? third : Long.compareUnsigned(d, h);
    }

    private static byte[] reverse(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }
}
