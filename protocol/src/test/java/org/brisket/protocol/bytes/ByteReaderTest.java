package org.brisket.protocol.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteReaderTest {
    private static ByteReader reader(String hex) throws MalformedException {
        return new ByteReader(Hex.decode(hex));
    }

    @ParameterizedTest
    @ValueSource(
            longs = {0, 0xFC, 0xFD, 0xFFFF, 0x10000, 0xFFFFFFFFL, 0x100000000L, Long.MAX_VALUE})
    void readsEveryVarintThatItWrites(long value) throws MalformedException {
        ByteReader reader = new ByteReader(new ByteWriter().writeVarint(value).toByteArray());

        assertThat(reader.readVarint()).isEqualTo(value);
        assertThat(reader.remaining()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fdfc00",
                "feffff0000",
                "ffffffffff00000000",
                "ff0000000000000080",
                "ffffffffffffffffff",
                "fd00",
                "fe000000",
                ""
            })
    void refusesPaddedCutOffAndNegativeVarints(String hex) {
        assertThatThrownBy(() -> reader(hex).readVarint()).isInstanceOf(MalformedException.class);
    }

    @Test
    void refusesACountOfMoreThanTheBytesThatFollow() throws MalformedException {
        ByteReader reader = reader("03aabbccddeeff");

        assertThatThrownBy(() -> reader.readCount(3, "things"))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("3 things announced");
    }

    @Test
    void neverReadsBeyondItsPart() throws MalformedException {
        ByteReader reader = new ByteReader(Hex.decode("00112233445566"), 1, 3);

        assertThat(reader.readUnsignedByte()).isEqualTo(0x11);
        assertThatThrownBy(reader::readInt).isInstanceOf(MalformedException.class);
        assertThat(reader.readSlice(2)).hasToString("2233");
    }
}
