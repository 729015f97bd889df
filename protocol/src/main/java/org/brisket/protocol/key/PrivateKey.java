package org.brisket.protocol.key;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.Arrays;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.crypto.EcdsaSignature;
import org.brisket.protocol.crypto.Secp256k1;

/** A secret number from 1 to n-1 with its public key. Its text form never shows the secret. */
public final class PrivateKey {
    private static final int LENGTH = 32;
    private static final byte COMPRESSED = 1;

    private final byte[] secret;
    private final PublicKey publicKey;

    private PrivateKey(byte[] secret) {
        this.secret = secret;
        this.publicKey = new PublicKey(ByteSlice.of(Secp256k1.best().publicKey(secret)));
    }

    /** Reads 32 big-endian bytes. */
    public static PrivateKey parse(byte[] bytes) throws MalformedException {
        if (!Secp256k1.isPrivateKey(bytes)) {
            throw MalformedException.of("%d bytes that are not a private key", bytes.length);
        }
        return new PrivateKey(bytes.clone());
    }

    /** Takes over an array that is known to be a private key. */
    static PrivateKey owning(byte[] secret) {
        return new PrivateKey(secret);
    }

    /** The secret itself, for calculations in this package; never to be changed. */
    byte[] secret() {
        return secret;
    }

    public static PrivateKey fromHex(String hex) throws MalformedException {
        return parse(Hex.decode(hex));
    }

    /** The key that is the given number; for tests and simulated wallets. */
    public static PrivateKey of(BigInteger number) {
        byte[] bytes = new byte[LENGTH];
        byte[] digits = number.toByteArray();
        int count = Math.min(LENGTH, digits.length);
        System.arraycopy(digits, digits.length - count, bytes, LENGTH - count, count);
        if (number.bitLength() > 256 || number.signum() <= 0 || !Secp256k1.isPrivateKey(bytes)) {
            throw new IllegalStateException("a private key out of range");
        }
        return new PrivateKey(bytes);
    }

    /** Reads Wallet Import Format of a compressed key. */
    public static PrivateKey fromWif(String text, Network network) throws MalformedException {
        byte[] bytes = Base58.decodeChecked(text);
        if (bytes.length != LENGTH + 2
                || (bytes[0] & 0xFF) != network.privateKeyVersion()
                || bytes[LENGTH + 1] != COMPRESSED) {
            throw MalformedException.of(
                    "not a %s private key of a compressed public key in WIF", network);
        }
        return parse(Arrays.copyOfRange(bytes, 1, LENGTH + 1));
    }

    public String toWif(Network network) {
        byte[] bytes = new byte[LENGTH + 2];
        bytes[0] = (byte) network.privateKeyVersion();
        System.arraycopy(secret, 0, bytes, 1, LENGTH);
        bytes[LENGTH + 1] = COMPRESSED;
        return Base58.encodeChecked(bytes);
    }

    public PublicKey publicKey() {
        return publicKey;
    }

    /** Signs 32 bytes deterministically (RFC 6979) with a low s. */
    public EcdsaSignature sign(byte[] digest) {
        return Secp256k1.best().sign(digest, secret);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PrivateKey that && MessageDigest.isEqual(secret, that.secret);
    }

    @Override
    public int hashCode() {
        return publicKey.hashCode();
    }

    @Override
    public String toString() {
        return "private key of " + publicKey;
    }
}
