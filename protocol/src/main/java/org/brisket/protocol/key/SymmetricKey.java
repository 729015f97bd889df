package org.brisket.protocol.key;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.crypto.AesGcm;
import org.brisket.protocol.crypto.Hmac;

/**
 * A secret of 32 bytes that encrypts and authenticates (BRC-2, BRC-56). Its text form never shows
 * it.
 *
 * <pre>
 * encrypted: IV 32 | AES-256-GCM ciphertext | tag 16
 * </pre>
 */
public final class SymmetricKey {
    public static final int LENGTH = 32;
    private static final int IV_LENGTH = 32;
    private static final byte[] NOTHING = {};

    private final byte[] secret;

    private SymmetricKey(byte[] secret) {
        this.secret = secret;
    }

    /** Reads up to 32 big-endian bytes; wallets leave out leading zeros. */
    public static SymmetricKey parse(byte[] bytes) throws MalformedException {
        if (bytes.length > LENGTH || bytes.length == 0) {
            throw MalformedException.of("a symmetric key of %d bytes", bytes.length);
        }
        return padded(bytes);
    }

    static SymmetricKey padded(byte[] bytes) {
        byte[] secret = new byte[LENGTH];
        System.arraycopy(bytes, 0, secret, LENGTH - bytes.length, bytes.length);
        return new SymmetricKey(secret);
    }

    public static SymmetricKey random(SecureRandom random) {
        return new SymmetricKey(randomBytes(random, LENGTH));
    }

    public byte[] encrypt(byte[] plaintext, SecureRandom random) {
        return encrypt(plaintext, randomBytes(random, IV_LENGTH));
    }

    byte[] encrypt(byte[] plaintext, byte[] iv) {
        byte[] body = AesGcm.encrypt(secret, iv, NOTHING, plaintext);
        byte[] encrypted = Arrays.copyOf(iv, iv.length + body.length);
        System.arraycopy(body, 0, encrypted, iv.length, body.length);
        return encrypted;
    }

    /** The plain text; empty when the bytes were not encrypted with this key. */
    public Optional<byte[]> decrypt(byte[] encrypted) {
        if (encrypted.length < IV_LENGTH + AesGcm.TAG_LENGTH) {
            return Optional.empty();
        }
        byte[] iv = Arrays.copyOf(encrypted, IV_LENGTH);
        byte[] body = Arrays.copyOfRange(encrypted, IV_LENGTH, encrypted.length);
        return AesGcm.decrypt(secret, iv, NOTHING, body);
    }

    public byte[] hmac(byte[] data) {
        return Hmac.sha256(secret, data);
    }

    /**
     * Whether a code is right, with the key as it is or, as one of two libraries in use has it,
     * without its leading zeros.
     */
    public boolean isHmac(byte[] data, byte[] code) {
        boolean whole = Hmac.matches(hmac(data), code);
        return whole | Hmac.matches(Hmac.sha256(withoutLeadingZeros(), data), code);
    }

    private byte[] withoutLeadingZeros() {
        int zeros = 0;
        while (zeros < LENGTH - 1 && secret[zeros] == 0) {
            zeros++;
        }
        return Arrays.copyOfRange(secret, zeros, LENGTH);
    }

    /** A copy of the 32 bytes, to be wrapped for somebody else. */
    public byte[] toByteArray() {
        return secret.clone();
    }

    private static byte[] randomBytes(SecureRandom random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SymmetricKey that && Hmac.matches(secret, that.secret);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(Hmac.sha256(secret, NOTHING));
    }

    @Override
    public String toString() {
        return "symmetric key";
    }
}
