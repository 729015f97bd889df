package org.brisket.protocol.hash;

import org.bouncycastle.crypto.digests.RIPEMD160Digest;
import org.brisket.protocol.bytes.ByteSlice;

/** RIPEMD-160, and HASH160 which is RIPEMD-160 of SHA-256. */
public final class Ripemd160 {
    public static final int LENGTH = 20;

    // It holds no data between uses.
    private static final ThreadLocal<RIPEMD160Digest> PER_THREAD =
            ThreadLocal.withInitial(RIPEMD160Digest::new);

    private Ripemd160() {}

    public static byte[] hash(byte[] bytes, int offset, int length) {
        RIPEMD160Digest digest = PER_THREAD.get();
        digest.update(bytes, offset, length);
        byte[] result = new byte[LENGTH];
        digest.doFinal(result, 0);
        return result;
    }

    public static byte[] hash160(ByteSlice data) {
        byte[] inner = Sha256.get().update(data).finish();
        return hash(inner, 0, inner.length);
    }

    public static byte[] hash160(byte[] data) {
        return hash160(ByteSlice.of(data));
    }
}
