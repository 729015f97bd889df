package org.brisket.state.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
    @ParameterizedTest
    @CsvSource({"0, 00", "127, 7f", "128, 8001", "16383, ff7f", "16384, 808001"})
    void writesLengthsInSevenBitsPerByte(int length, String hex)
            throws IOException, MalformedException {
        DataOutputSerializer out = new DataOutputSerializer(8);
        Fields.writeLength(length, out);

        assertThat(Hex.encode(out.getCopyOfBuffer())).isEqualTo(hex);
        assertThat(Fields.readLength(new DataInputDeserializer(Hex.decode(hex)))).isEqualTo(length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ffffffff0f", "ffffffffff01", "8180808001", "8180808010"})
    void refusesLengthsThatNoRecordHas(String hex) throws MalformedException {
        byte[] bytes = Hex.decode(hex);

        assertThatThrownBy(() -> Fields.readLength(new DataInputDeserializer(bytes)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("length");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 200})
    void keepsTextWithAnyCharacters(int length) throws IOException {
        String text = "ß€𝄞".repeat(length);
        DataOutputSerializer out = new DataOutputSerializer(8);
        Fields.writeText(text, out);

        assertThat(Fields.readText(new DataInputDeserializer(out.getCopyOfBuffer())))
                .isEqualTo(text);
    }
}
