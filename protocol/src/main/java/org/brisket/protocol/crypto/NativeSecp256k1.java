package org.brisket.protocol.crypto;

import fr.acinq.secp256k1.Secp256k1Exception;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.brisket.protocol.bytes.ByteSlice;

/** libsecp256k1 through JNI: constant-time signing, and several times faster than Java. */
public final class NativeSecp256k1 implements Secp256k1 {
    private final fr.acinq.secp256k1.Secp256k1 library;

    /** Loads the library; throws what the loader throws where it cannot. */
    public NativeSecp256k1() {
        library = fr.acinq.secp256k1.Secp256k1.get();
    }

    @Override
    public String description() {
        return "libsecp256k1 through JNI";
    }

    @Override
    public boolean verify(byte[] digest, EcdsaSignature signature, ByteSlice publicKey) {
        if (!Secp256k1.hasPublicKeyShape(publicKey) || !signature.isInRange()) {
            return false;
        }
        try {
            // The library takes low s only; both forms are valid under the curve's own rules.
            byte[] compact = signature.normalised().compact();
            return library.verify(compact, digest, publicKey.toByteArray());
        } catch (Secp256k1Exception e) {
            return false;
        }
    }

    @Override
    public EcdsaSignature sign(byte[] digest, byte[] privateKey) {
        return EcdsaSignature.owning(library.sign(reduced(digest), privateKey, null)).normalised();
    }

    /** What RFC 6979 wants of a digest, and what the library's additions want of a number. */
    private static byte[] reduced(byte[] number) {
        return CurveOrder.toBytes(new BigInteger(1, number).mod(CurveOrder.N));
    }

    @Override
    public Optional<byte[]> addToPrivateKey(byte[] privateKey, byte[] tweak) {
        byte[] number = reduced(tweak);
        if (CurveOrder.isOpposite(privateKey, number)) {
            return Optional.empty();
        }
        return Optional.of(library.privKeyTweakAdd(privateKey.clone(), number));
    }

    @Override
    public Optional<byte[]> addToPublicKey(ByteSlice publicKey, byte[] tweak) {
        byte[] number = reduced(tweak);
        byte[] point = publicKey.toByteArray();
        if (CurveOrder.isZero(number, 0)) {
            return Optional.of(library.pubKeyCompress(point));
        }
        byte[] opposite = number.clone();
        CurveOrder.negate(opposite, 0);
        if (Arrays.equals(publicKey(opposite), library.pubKeyCompress(point))) {
            return Optional.empty();
        }
        return Optional.of(library.pubKeyCompress(library.pubKeyTweakAdd(point, number)));
    }

    @Override
    public byte[] multiply(ByteSlice publicKey, byte[] privateKey) {
        byte[] point = library.pubKeyTweakMul(publicKey.toByteArray(), privateKey);
        return library.pubKeyCompress(point);
    }

    @Override
    public byte[] publicKey(byte[] privateKey) {
        return library.pubKeyCompress(library.pubkeyCreate(privateKey));
    }

    @Override
    public boolean isPoint(ByteSlice publicKey) {
        if (!Secp256k1.hasPublicKeyShape(publicKey)) {
            return false;
        }
        try {
            library.pubkeyParse(publicKey.toByteArray());
            return true;
        } catch (Secp256k1Exception e) {
            return false;
        }
    }
}
