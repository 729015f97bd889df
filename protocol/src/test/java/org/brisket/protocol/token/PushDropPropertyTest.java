package org.brisket.protocol.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.brisket.protocol.bytes.ByteSlice;

class PushDropPropertyTest {
    private static final ByteSlice KEY = ByteSlice.of(key());

    private static byte[] key() {
        byte[] key = new byte[33];
        key[0] = 3;
        return key;
    }

    @Property(tries = 500)
    void readsBackTheFieldsThatItWrites(
            @ForAll @Size(min = 1, max = 12) List<@Size(max = 300) byte[]> fields,
            @ForAll PushDrop.Layout layout) {
        byte[] script = PushDrop.lock(layout, KEY, fields);

        PushDrop token = PushDrop.decode(layout, ByteSlice.of(script)).orElseThrow();

        assertThat(token.lockingPublicKey()).isEqualTo(KEY);
        assertThat(token.fields())
                .isEqualTo(
                        fields.stream()
                                .map(field -> field.length == 0 ? new byte[1] : field)
                                .map(ByteSlice::of)
                                .toList());
    }

    /** Pushes need not be the shortest, so another script may hold the same fields. */
    @Property(tries = 1_000)
    void readsWhatItCouldHaveWrittenOrWithOtherPushes(@ForAll @Size(max = 60) byte[] body) {
        byte[] script = new byte[body.length + 35];
        script[0] = 33;
        System.arraycopy(key(), 0, script, 1, 33);
        script[34] = (byte) 0xAC;
        System.arraycopy(body, 0, script, 35, body.length);

        Optional<PushDrop> token = PushDrop.decode(ByteSlice.of(script));

        if (token.isPresent()) {
            byte[] again =
                    PushDrop.lock(
                            KEY,
                            token.get().fields().stream().map(ByteSlice::toByteArray).toList());
            assertThat(PushDrop.decode(ByteSlice.of(again))).isEqualTo(token);
            assertThat(again.length).isLessThanOrEqualTo(script.length);
        }
    }
}
