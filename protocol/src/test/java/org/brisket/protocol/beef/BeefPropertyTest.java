package org.brisket.protocol.beef;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;

/** What holds for every byte string: BEEF is read exactly or not at all. */
class BeefPropertyTest {
    private static final int LENGTH = BeefExamples.BRC_62.length() / 2;

    /** Bytes changed at will: either refused, or written back to the same bytes. */
    @Property(tries = 2000)
    void writesBackExactlyWhatItReads(
            @ForAll @IntRange(max = 10_000) int at, @ForAll byte replacement)
            throws MalformedException {
        byte[] bytes = Hex.decode(BeefExamples.BRC_62);
        bytes[at % LENGTH] = replacement;

        assertReadExactlyOrNotAtAll(bytes);
    }

    @Property(tries = 2000)
    void readsRandomBytesExactlyOrNotAtAll(@ForAll @Size(max = 200) byte[] tail) {
        byte[] bytes = new byte[tail.length + 4];
        bytes[0] = 2;
        bytes[2] = (byte) 0xBE;
        bytes[3] = (byte) 0xEF;
        System.arraycopy(tail, 0, bytes, 4, tail.length);

        assertReadExactlyOrNotAtAll(bytes);
    }

    private static void assertReadExactlyOrNotAtAll(byte[] bytes) {
        try {
            byte[] written = Beef.parse(bytes, BeefLimits.DEFAULT).toBytes();
            assertThat(written).isEqualTo(bytes);
        } catch (MalformedException refused) {
            assertThat(refused).hasMessageNotContaining("null");
        }
    }

    @Property(tries = 500)
    void refusesEveryTruncation(@ForAll @IntRange(max = 10_000) int at) throws MalformedException {
        byte[] cut = Arrays.copyOf(Hex.decode(BeefExamples.BRC_62), at % LENGTH);
        boolean refused = false;
        try {
            Beef.parse(cut, BeefLimits.DEFAULT);
        } catch (MalformedException expected) {
            refused = true;
        }
        assertThat(refused).isTrue();
    }
}
