package org.brisket.protocol.crypto;

import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Authenticated encryption with AES in Galois/counter mode and tags of 16 bytes, by the JDK. */
public final class AesGcm {
    public static final int TAG_LENGTH = 16;

    private AesGcm() {}

    /**
     * The encrypted text with the tag behind it.
     *
     * @param key 16, 24 or 32 bytes
     * @param iv any number of bytes but none; never twice the same under one key
     */
    public static byte[] encrypt(byte[] key, byte[] iv, byte[] additional, byte[] plaintext) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, key, iv, additional).doFinal(plaintext);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "cannot encrypt with a key of " + key.length + " bytes, IV " + iv.length, e);
        }
    }

    /** The plain text; empty when the bytes were not encrypted with exactly these arguments. */
    public static Optional<byte[]> decrypt(
            byte[] key, byte[] iv, byte[] additional, byte[] ciphertextAndTag) {
        if (ciphertextAndTag.length < TAG_LENGTH || iv.length == 0) {
            return Optional.empty();
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, iv, additional);
            return Optional.of(cipher.doFinal(ciphertextAndTag));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "cannot decrypt with a key of " + key.length + " bytes, IV " + iv.length, e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] iv, byte[] additional)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        GCMParameterSpec parameters = new GCMParameterSpec(8 * TAG_LENGTH, iv);
        cipher.init(mode, new SecretKeySpec(key, "AES"), parameters);
        cipher.updateAAD(additional);
        return cipher;
    }
}
