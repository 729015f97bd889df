package org.brisket.protocol.crypto;

import java.util.Optional;
import org.brisket.protocol.bytes.ByteSlice;

/**
 * ECDSA over the curve secp256k1. Implementations are safe for concurrent use, and give the same
 * answers: two real ones exist, and tests compare them.
 */
public interface Secp256k1 {
    /** The native library where it loads, else BouncyCastle; {@link #description()} says which. */
    static Secp256k1 best() {
        return ProviderChoice.BEST;
    }

    /** What computes, and when it is the fall-back, why. */
    String description();

    /**
     * Verifies a signature, with low or high s alike.
     *
     * @param digest 32 bytes
     * @param publicKey 33 bytes (02, 03) or 65 bytes (04); anything else, or a point that is not on
     *     the curve, verifies nothing
     */
    boolean verify(byte[] digest, EcdsaSignature signature, ByteSlice publicKey);

    /**
     * Signs with the nonce of RFC 6979 (HMAC-SHA-256), so that the same input gives the same
     * signature, whose s is low.
     *
     * @param digest 32 bytes
     * @param privateKey 32 bytes big-endian, 1 to n-1
     */
    EcdsaSignature sign(byte[] digest, byte[] privateKey);

    /** The compressed public key, 33 bytes, of a private key of 32 bytes. */
    byte[] publicKey(byte[] privateKey);

    /** True for 33 bytes (02, 03) or 65 bytes (04) that name a point on the curve. */
    boolean isPoint(ByteSlice publicKey);

    /**
     * The private key plus a number, modulo n; empty in the one case where that is zero.
     *
     * @param privateKey 32 bytes big-endian, 1 to n-1
     * @param tweak 32 bytes big-endian, any number; it counts modulo n
     */
    Optional<byte[]> addToPrivateKey(byte[] privateKey, byte[] tweak);

    /**
     * The public key plus a multiple of the generator, compressed; empty in the one case where that
     * is the point at infinity.
     *
     * @param publicKey a point of the curve, see {@link #isPoint(ByteSlice)}
     * @param tweak as for {@link #addToPrivateKey}, so that keys and points stay a pair
     */
    Optional<byte[]> addToPublicKey(ByteSlice publicKey, byte[] tweak);

    /**
     * The point times a private key, compressed: the secret that two parties share (ECDH), whose x
     * coordinate are the last 32 bytes. Takes a time that depends on the private key.
     */
    byte[] multiply(ByteSlice publicKey, byte[] privateKey);

    /** True for 32 big-endian bytes that are a number from 1 to n-1. */
    static boolean isPrivateKey(byte[] bytes) {
        return bytes.length == CurveOrder.SCALAR_LENGTH && CurveOrder.isValidScalar(bytes, 0);
    }

    /** True for the lengths and first bytes that public keys have; says nothing of the curve. */
    static boolean hasPublicKeyShape(ByteSlice publicKey) {
        return switch (publicKey.length()) {
            case 33 -> publicKey.at(0) == 2 || publicKey.at(0) == 3;
            case 65 -> publicKey.at(0) == 4;
            default -> false;
        };
    }
}
