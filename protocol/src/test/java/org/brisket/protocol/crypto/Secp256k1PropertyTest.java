package org.brisket.protocol.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.brisket.protocol.bytes.ByteSlice;

/** Both providers give the same answer to everything. */
class Secp256k1PropertyTest {
    private final Secp256k1 library = new NativeSecp256k1();
    private final Secp256k1 java = new BouncyCastleSecp256k1();

    /** Private keys of any size, the smallest and the largest among them. */
    @Provide
    Arbitrary<byte[]> privateKeys() {
        return Arbitraries.bigIntegers()
                .between(BigInteger.ONE, CurveOrder.N.subtract(BigInteger.ONE))
                .map(CurveOrder::toBytes);
    }

    @Provide
    Arbitrary<byte[]> numbers() {
        return Arbitraries.bigIntegers()
                .between(BigInteger.ZERO, BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE))
                .map(CurveOrder::toBytes);
    }

    @Property(tries = 200)
    void signsAndVerifiesAlike(
            @ForAll("privateKeys") byte[] key,
            @ForAll("numbers") byte[] digest,
            @ForAll("numbers") byte[] other) {
        EcdsaSignature signature = library.sign(digest, key);
        ByteSlice publicKey = ByteSlice.of(library.publicKey(key));

        assertThat(java.publicKey(key)).isEqualTo(publicKey.toByteArray());
        assertThat(java.sign(digest, key)).isEqualTo(signature);
        assertThat(library.verify(digest, signature, publicKey)).isTrue();
        assertThat(java.verify(digest, signature, publicKey)).isTrue();
        assertThat(java.verify(other, signature, publicKey))
                .isEqualTo(library.verify(other, signature, publicKey));
    }

    @Property(tries = 200)
    void derivesAlikeAndKeepsKeysAndPointsTogether(
            @ForAll("privateKeys") byte[] key,
            @ForAll("privateKeys") byte[] otherKey,
            @ForAll("numbers") byte[] tweak) {
        ByteSlice point = ByteSlice.of(library.publicKey(key));
        ByteSlice otherPoint = ByteSlice.of(library.publicKey(otherKey));
        assertSums(key, point, tweak);
        byte[] shared = library.multiply(point, otherKey);
        assertThat(java.multiply(point, otherKey)).isEqualTo(shared);
        assertThat(library.multiply(otherPoint, key)).isEqualTo(shared);
        assertThat(java.multiply(otherPoint, key)).isEqualTo(shared);
    }

    /** A sum may be zero, and the multiple of the generator is then no point. */
    private void assertSums(byte[] key, ByteSlice point, byte[] tweak) {
        Optional<ByteSlice> sum = library.addToPrivateKey(key, tweak).map(ByteSlice::of);
        Optional<ByteSlice> pointSum = library.addToPublicKey(point, tweak).map(ByteSlice::of);

        assertThat(java.addToPrivateKey(key, tweak).map(ByteSlice::of)).isEqualTo(sum);
        assertThat(java.addToPublicKey(point, tweak).map(ByteSlice::of)).isEqualTo(pointSum);
        assertThat(sum.map(scalar -> ByteSlice.of(library.publicKey(scalar.toByteArray()))))
                .isEqualTo(pointSum);
    }

    @Property(tries = 500)
    void agreeOnWhatIsAPointAndWhatVerifies(
            @ForAll @Size(33) byte[] bytes, @ForAll @Size(64) byte[] compact) {
        bytes[0] = (byte) (2 + (bytes[0] & 1));
        ByteSlice point = ByteSlice.of(bytes);
        EcdsaSignature signature = EcdsaSignature.ofCompact(compact);
        byte[] digest = Arrays.copyOf(compact, 32);

        assertThat(java.isPoint(point)).isEqualTo(library.isPoint(point));
        assertThat(java.verify(digest, signature, point))
                .isEqualTo(library.verify(digest, signature, point));
    }
}
