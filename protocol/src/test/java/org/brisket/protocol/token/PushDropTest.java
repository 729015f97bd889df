package org.brisket.protocol.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.junit.jupiter.api.Test;

class PushDropTest {
    /** Made by a wallet: fields 01, 00, empty, 81, 11, "hello" and a signature over them. */
    private static final String SIGNED =
            "2102eb58e97644a0c3a3545e5040f39c90aee2893a88733051555db7e29d5d1e49f9ac5100004f0111"
                    + "0568656c6c6f46304402200251e8eb2f5a43461a7b816a06ae4dcfe4b2b21976223246a9ae2ea1b9e26c0a"
                    + "022003f957e9072c76777895493d5e234c5de1b4bcde78bcdcdf5eaa5a1053ee08716d6d6d75";

    @Test
    void readsTheFieldsThatAWalletWrote() throws MalformedException {
        PushDrop token = PushDrop.decode(script(SIGNED)).orElseThrow();

        assertThat(token.lockingPublicKey().toString()).startsWith("02eb58e976");
        assertThat(token.fields()).hasSize(7);
        assertThat(token.fields().subList(0, 5))
                .extracting(ByteSlice::toString)
                .containsExactly("01", "00", "00", "81", "11");
        assertThat(new String(token.fields().get(5).toByteArray(), StandardCharsets.UTF_8))
                .isEqualTo("hello");
    }

    /** PUSHDATA1 of no bytes, which no wallet writes, leaves what OP_0 leaves. */
    @Test
    void readsAnEmptyFieldAsOneZeroByteHoweverItIsPushed() throws MalformedException {
        String longWay = SIGNED.replace("ac510000", "ac514c0000");

        PushDrop token = PushDrop.decode(script(longWay)).orElseThrow();

        assertThat(token).isEqualTo(PushDrop.decode(script(SIGNED)).orElseThrow());
    }

    @Test
    void writesWhatItReads() throws MalformedException {
        PushDrop token = PushDrop.decode(script(SIGNED)).orElseThrow();

        byte[] again =
                PushDrop.lock(
                        token.lockingPublicKey(),
                        token.fields().stream().map(ByteSlice::toByteArray).toList());

        assertThat(Hex.encode(again)).isEqualTo(SIGNED);
    }

    @Test
    void readsAndWritesTheLayoutWithTheLockBehindTheFields() throws MalformedException {
        String unsigned =
                "5100004f01110568656c6c6f6d6d6d2102eb58e97644a0c3a3545e5040f39c90aee2893a8873305155"
                        + "5db7e29d5d1e49f9ac";
        PushDrop before = PushDrop.decode(script(SIGNED)).orElseThrow();

        PushDrop after =
                PushDrop.decode(PushDrop.Layout.LOCK_AFTER, script(unsigned)).orElseThrow();

        assertThat(after.lockingPublicKey()).isEqualTo(before.lockingPublicKey());
        assertThat(after.fields()).isEqualTo(before.fields().subList(0, 6));
        assertThat(
                        PushDrop.lock(
                                PushDrop.Layout.LOCK_AFTER,
                                after.lockingPublicKey(),
                                after.fields().stream().map(ByteSlice::toByteArray).toList()))
                .isEqualTo(Hex.decode(unsigned));
        assertThat(PushDrop.decode(script(unsigned))).as("the other layout").isEmpty();
        assertThat(PushDrop.decode(PushDrop.Layout.LOCK_AFTER, script(SIGNED))).isEmpty();
        for (int length = 0; length < unsigned.length() / 2; length++) {
            assertThat(
                            PushDrop.decode(
                                    PushDrop.Layout.LOCK_AFTER,
                                    script(unsigned.substring(0, 2 * length))))
                    .isEmpty();
        }
    }

    @Test
    void decodesTheNumbersThatHaveOpcodesOfTheirOwn() {
        List<byte[]> numbers = new ArrayList<>();
        for (int number = 1; number <= 16; number++) {
            numbers.add(new byte[] {(byte) number});
        }
        byte[] key = new byte[33];
        key[0] = 2;
        for (PushDrop.Layout layout : PushDrop.Layout.values()) {
            byte[] lock = PushDrop.lock(layout, ByteSlice.of(key), numbers);
            assertThat(PushDrop.decode(layout, ByteSlice.of(lock)).orElseThrow().fields())
                    .isEqualTo(numbers.stream().map(ByteSlice::of).toList());
        }
    }

    @Test
    void refusesDropsThatDoNotMatchTheFields() throws MalformedException {
        String withoutLast = SIGNED.substring(0, SIGNED.length() - 2);

        assertThat(PushDrop.decode(script(withoutLast))).isEmpty();
        assertThat(PushDrop.decode(script(SIGNED + "75"))).isEmpty();
        assertThat(PushDrop.decode(script(withoutLast + "6d"))).isEmpty();
    }

    @Test
    void refusesEveryTruncation() throws MalformedException {
        for (int length = 0; length < SIGNED.length() / 2; length++) {
            assertThat(PushDrop.decode(script(SIGNED.substring(0, 2 * length))))
                    .as("first %d bytes", length)
                    .isEmpty();
        }
    }

    @Test
    void refusesALockThatIsNotASignatureCheck() throws MalformedException {
        assertThat(PushDrop.decode(script(SIGNED.replaceFirst("f9ac51", "f9ad51")))).isEmpty();
        assertThat(PushDrop.decode(script(SIGNED.replaceFirst("^2102", "2104")))).isEmpty();
    }

    @Test
    void readsLongFields() {
        byte[] key = new byte[33];
        key[0] = 2;
        for (int size : List.of(75, 76, 255, 256, 65_535, 65_536)) {
            byte[] field = new byte[size];

            byte[] lock = PushDrop.lock(ByteSlice.of(key), List.of(field));

            assertThat(PushDrop.decode(ByteSlice.of(lock)).orElseThrow().fields())
                    .containsExactly(ByteSlice.of(field));
        }
    }

    private static ByteSlice script(String hex) throws MalformedException {
        return ByteSlice.of(Hex.decode(hex));
    }
}
