package org.brisket.protocol.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.BYTE_ARRAY;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Secp256k1Test {
    private static final byte[] DIGEST = Sha256.hash(new byte[] {7});
    private static final byte[] KEY = Sha256.hash(new byte[] {8});

    static Stream<Secp256k1> providers() {
        return Stream.of(new NativeSecp256k1(), new BouncyCastleSecp256k1());
    }

    @Test
    void prefersTheNativeLibrary() {
        assertThat(Secp256k1.best().description()).startsWith("libsecp256k1");
    }

    @Test
    void fallsBackToJavaAndSaysWhy() {
        Secp256k1 chosen =
                ProviderChoice.choose(
                        () -> {
                            throw new UnsatisfiedLinkError("no library for this machine");
                        });

        assertThat(chosen.description())
                .startsWith("BouncyCastle")
                .contains("no library for this machine");
    }

    @Test
    void refusesAProviderThatSignsDifferently() {
        Secp256k1 wrong = new WrongProvider();

        assertThat(ProviderChoice.choose(() -> wrong).description()).contains("signed");
    }

    @ParameterizedTest
    @MethodSource("providers")
    void verifiesHighAndLowS(Secp256k1 provider) {
        EcdsaSignature low = provider.sign(DIGEST, KEY);
        byte[] compact = low.toCompact();
        CurveOrder.negate(compact, 32);
        EcdsaSignature high = EcdsaSignature.ofCompact(compact);
        ByteSlice publicKey = ByteSlice.of(provider.publicKey(KEY));

        assertThat(low.isLowS()).isTrue();
        assertThat(high.isLowS()).isFalse();
        assertThat(high.normalised()).isEqualTo(low);
        assertThat(provider.verify(DIGEST, low, publicKey)).isTrue();
        assertThat(provider.verify(DIGEST, high, publicKey)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void verifiesNothingForAnotherDigestOrNumbersOutOfRange(Secp256k1 provider) {
        EcdsaSignature signature = provider.sign(DIGEST, KEY);
        ByteSlice publicKey = ByteSlice.of(provider.publicKey(KEY));
        EcdsaSignature zero = EcdsaSignature.ofCompact(new byte[64]);

        assertThat(provider.verify(Sha256.hash(DIGEST), signature, publicKey)).isFalse();
        assertThat(provider.verify(DIGEST, zero, publicKey)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void knowsPointsOfTheCurve(Secp256k1 provider) throws MalformedException {
        String x = "79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798";
        String y = "483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8";

        assertThat(provider.isPoint(hex("02" + x))).isTrue();
        assertThat(provider.isPoint(hex("04" + x + y))).isTrue();
        assertThat(provider.isPoint(hex("06" + x + y))).as("hybrid form").isFalse();
        assertThat(provider.isPoint(hex("04" + x + x))).as("off the curve").isFalse();
        assertThat(provider.isPoint(hex("02" + "00".repeat(31) + "05"))).as("no y").isFalse();
        assertThat(provider.isPoint(hex("00"))).as("infinity").isFalse();
        assertThat(provider.isPoint(ByteSlice.EMPTY)).isFalse();
    }

    @Test
    void negatesScalarsAsBigIntegersDo() {
        for (int i = 0; i < 100; i++) {
            byte[] scalar = Sha256.hash(new byte[] {(byte) i});
            BigInteger expected = CurveOrder.N.subtract(new BigInteger(1, scalar));
            CurveOrder.negate(scalar, 0);
            assertThat(new BigInteger(1, scalar)).isEqualTo(expected);
        }
    }

    @Test
    void bothProvidersReduceADigestBeyondTheOrderAlike() {
        byte[] digest = new byte[32];
        Arrays.fill(digest, (byte) 0xFF);

        assertThat(new NativeSecp256k1().sign(digest, KEY))
                .isEqualTo(new BouncyCastleSecp256k1().sign(digest, KEY));
    }

    @ParameterizedTest
    @MethodSource("providers")
    void givesNoKeyWhereASumIsZero(Secp256k1 provider) {
        byte[] opposite = KEY.clone();
        CurveOrder.negate(opposite, 0);
        ByteSlice publicKey = ByteSlice.of(provider.publicKey(KEY));

        assertThat(provider.addToPrivateKey(KEY, opposite)).isEmpty();
        assertThat(provider.addToPublicKey(publicKey, opposite)).isEmpty();
        assertThat(provider.addToPrivateKey(KEY, new byte[32])).get(BYTE_ARRAY).isEqualTo(KEY);
        assertThat(provider.addToPublicKey(publicKey, new byte[32]))
                .get(BYTE_ARRAY)
                .isEqualTo(publicKey.toByteArray());
    }

    @ParameterizedTest
    @MethodSource("providers")
    void countsATweakModuloTheOrder(Secp256k1 provider) {
        byte[] large = new byte[32];
        Arrays.fill(large, (byte) 0xFF);
        byte[] reduced = CurveOrder.toBytes(new BigInteger(1, large).mod(CurveOrder.N));
        ByteSlice publicKey = ByteSlice.of(provider.publicKey(KEY));

        assertThat(provider.addToPrivateKey(KEY, large).orElseThrow())
                .isEqualTo(provider.addToPrivateKey(KEY, reduced).orElseThrow());
        assertThat(provider.addToPublicKey(publicKey, large).orElseThrow())
                .isEqualTo(provider.addToPublicKey(publicKey, reduced).orElseThrow())
                .isEqualTo(provider.publicKey(provider.addToPrivateKey(KEY, large).orElseThrow()));
    }

    private static ByteSlice hex(String text) throws MalformedException {
        return ByteSlice.of(Hex.decode(text));
    }

    /** Answers, but not with the signature that RFC 6979 asks for. */
    private static final class WrongProvider implements Secp256k1 {
        private final Secp256k1 real = new BouncyCastleSecp256k1();

        @Override
        public String description() {
            return "wrong";
        }

        @Override
        public boolean verify(byte[] digest, EcdsaSignature signature, ByteSlice publicKey) {
            return true;
        }

        @Override
        public EcdsaSignature sign(byte[] digest, byte[] privateKey) {
            return real.sign(Sha256.hash(digest), privateKey);
        }

        @Override
        public byte[] publicKey(byte[] privateKey) {
            return real.publicKey(privateKey);
        }

        @Override
        public Optional<byte[]> addToPrivateKey(byte[] privateKey, byte[] tweak) {
            return real.addToPrivateKey(privateKey, tweak);
        }

        @Override
        public Optional<byte[]> addToPublicKey(ByteSlice publicKey, byte[] tweak) {
            return real.addToPublicKey(publicKey, tweak);
        }

        @Override
        public byte[] multiply(ByteSlice publicKey, byte[] privateKey) {
            return real.multiply(publicKey, privateKey);
        }

        @Override
        public boolean isPoint(ByteSlice publicKey) {
            return true;
        }
    }
}
