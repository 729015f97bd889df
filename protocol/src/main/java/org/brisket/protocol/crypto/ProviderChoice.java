package org.brisket.protocol.crypto;

import java.util.function.Supplier;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.hash.Sha256;

/** The choice between the two providers, made once per class loader and never changed. */
final class ProviderChoice {
    // A lambda, because a method reference resolves the class here, outside of the try below, and
    // the class does not even resolve where the library's jars are absent.
    static final Secp256k1 BEST = choose(() -> new NativeSecp256k1());

    private ProviderChoice() {}

    /**
     * The first provider if it loads and agrees with the second on a signature, else the second.
     */
    static Secp256k1 choose(Supplier<Secp256k1> first) {
        try {
            Secp256k1 candidate = first.get();
            requireAgreement(candidate, new BouncyCastleSecp256k1());
            return candidate;
        } catch (RuntimeException | LinkageError e) {
            // A library that does not load throws errors of several kinds; each means the same.
            return new BouncyCastleSecp256k1("BouncyCastle, because the native library: " + e);
        }
    }

    private static void requireAgreement(Secp256k1 candidate, Secp256k1 reference) {
        byte[] privateKey = Sha256.hash(new byte[] {1});
        byte[] digest = Sha256.hash(new byte[] {2});
        EcdsaSignature signature = candidate.sign(digest, privateKey);
        ByteSlice publicKey = ByteSlice.of(candidate.publicKey(privateKey));
        if (!signature.equals(reference.sign(digest, privateKey))
                || !candidate.verify(digest, signature, publicKey)) {
            throw new IllegalStateException("signed a known digest wrongly");
        }
    }
}
