package org.brisket.protocol.hash;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.brisket.protocol.bytes.ByteSlice;

/**
 * SHA-256 through the JDK, whose intrinsic is several times faster than any pure Java one. One
 * instance belongs to one thread.
 */
public final class Sha256 {
    public static final int LENGTH = 32;

    // A digest is expensive to look up and not thread safe; it holds no data between uses.
    private static final ThreadLocal<Sha256> PER_THREAD = ThreadLocal.withInitial(Sha256::new);

    private final MessageDigest digest;

    /** Holds the first of two hashes. */
    private final byte[] inner = new byte[LENGTH];

    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The calling thread's instance. */
    public static Sha256 get() {
        return PER_THREAD.get();
    }

    public Sha256 update(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
        return this;
    }

    public Sha256 update(byte[] bytes) {
        return update(bytes, 0, bytes.length);
    }

    public Sha256 update(ByteSlice slice) {
        return update(slice.array(), slice.offset(), slice.length());
    }

    /** The digest of all that was given since the last result. */
    public byte[] finish() {
        return digest.digest();
    }

    /** The digest of the digest of all that was given since the last result. */
    public byte[] finishDouble() {
        byte[] result = new byte[LENGTH];
        finishDouble(result, 0);
        return result;
    }

    /** As {@link #finishDouble()}, written into the given array. */
    public void finishDouble(byte[] target, int offset) {
        try {
            digest.digest(inner, 0, LENGTH);
            digest.update(inner, 0, LENGTH);
            digest.digest(target, offset, LENGTH);
        } catch (DigestException e) {
            throw new IllegalStateException("no room for 32 bytes at " + offset, e);
        }
    }

    public static byte[] hash(byte[] bytes) {
        return get().update(bytes).finish();
    }

    public static byte[] doubleHash(byte[] bytes) {
        return get().update(bytes).finishDouble();
    }
}
