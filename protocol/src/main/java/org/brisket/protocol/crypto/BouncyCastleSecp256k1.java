package org.brisket.protocol.crypto;

import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.brisket.protocol.bytes.ByteSlice;

/** secp256k1 in Java, on BouncyCastle's curve made for it: works wherever a JVM does. */
public final class BouncyCastleSecp256k1 implements Secp256k1 {
    private final String description;
    private final ECDomainParameters domain;

    public BouncyCastleSecp256k1() {
        this("BouncyCastle");
    }

    BouncyCastleSecp256k1(String description) {
        X9ECParameters curve = CustomNamedCurves.getByName("secp256k1");
        this.description = description;
        this.domain =
                new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public boolean verify(byte[] digest, EcdsaSignature signature, ByteSlice publicKey) {
        Optional<ECPoint> point = decode(publicKey);
        if (point.isEmpty() || !signature.isInRange()) {
            return false;
        }
        ECDSASigner signer = new ECDSASigner();
        signer.init(false, new ECPublicKeyParameters(point.get(), domain));
        return signer.verifySignature(digest, signature.r(), signature.s());
    }

    @Override
    public EcdsaSignature sign(byte[] digest, byte[] privateKey) {
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, new ECPrivateKeyParameters(new BigInteger(1, privateKey), domain));
        BigInteger[] numbers = signer.generateSignature(digest);
        byte[] compact = new byte[EcdsaSignature.COMPACT_LENGTH];
        System.arraycopy(CurveOrder.toBytes(numbers[0]), 0, compact, 0, 32);
        System.arraycopy(CurveOrder.toBytes(numbers[1]), 0, compact, 32, 32);
        return EcdsaSignature.owning(compact).normalised();
    }

    @Override
    public byte[] publicKey(byte[] privateKey) {
        BigInteger scalar = new BigInteger(1, privateKey);
        return new FixedPointCombMultiplier().multiply(domain.getG(), scalar).getEncoded(true);
    }

    @Override
    public boolean isPoint(ByteSlice publicKey) {
        return decode(publicKey).isPresent();
    }

    @Override
    public Optional<byte[]> addToPrivateKey(byte[] privateKey, byte[] tweak) {
        BigInteger sum = new BigInteger(1, privateKey).add(new BigInteger(1, tweak));
        BigInteger key = sum.mod(CurveOrder.N);
        return key.signum() == 0 ? Optional.empty() : Optional.of(CurveOrder.toBytes(key));
    }

    @Override
    public Optional<byte[]> addToPublicKey(ByteSlice publicKey, byte[] tweak) {
        BigInteger scalar = new BigInteger(1, tweak).mod(CurveOrder.N);
        ECPoint added = new FixedPointCombMultiplier().multiply(domain.getG(), scalar);
        ECPoint point = decode(publicKey).orElseThrow().add(added);
        return point.isInfinity() ? Optional.empty() : Optional.of(point.getEncoded(true));
    }

    @Override
    public byte[] multiply(ByteSlice publicKey, byte[] privateKey) {
        ECPoint point = decode(publicKey).orElseThrow();
        return point.multiply(new BigInteger(1, privateKey)).getEncoded(true);
    }

    private Optional<ECPoint> decode(ByteSlice publicKey) {
        if (!Secp256k1.hasPublicKeyShape(publicKey)) {
            return Optional.empty();
        }
        try {
            return Optional.of(domain.getCurve().decodePoint(publicKey.toByteArray()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
