package org.brisket.connectors.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.brisket.protocol.submission.Header;
import org.brisket.protocol.submission.KafkaRecord;
import org.junit.jupiter.api.Test;

class KafkaRecordSerializerTest {
    private static final String GOLDEN =
            "01" // format
                    + "00000002"
                    + "696e" // topic
                    + "00000003" // partition
                    + "000000000000002a" // offset
                    + "000001914e90d400" // timestamp
                    + "00000001"
                    + "6b" // key
                    + "00000003"
                    + "0100be" // value
                    + "00000002" // headers
                    + "00000008"
                    + "782d746f70696373"
                    + "00000006"
                    + "746d5f616e79"
                    + "00000002"
                    + "c3a9"
                    + "00000000";

    private final TypeSerializer<KafkaRecord> serializer =
            new KafkaRecordType().createSerializer(new SerializerConfigImpl());

    @Test
    void writesTheGoldenBytes() throws IOException {
        assertThat(HexFormat.of().formatHex(write(record()))).isEqualTo(GOLDEN);
    }

    @Test
    void readsTheGoldenBytes() throws IOException {
        KafkaRecord read = read(HexFormat.of().parseHex(GOLDEN));

        assertThat(read).usingRecursiveComparison().isEqualTo(record());
    }

    @Test
    void copiesARecordBetweenStreamsByteForByte() throws IOException {
        DataOutputSerializer target = new DataOutputSerializer(64);

        serializer.copy(new DataInputDeserializer(write(record())), target);

        assertThat(target.getCopyOfBuffer()).isEqualTo(write(record()));
    }

    @Test
    void keepsAHeaderNameThatIsLongerThanJavaCanWriteAsUtf() throws IOException {
        String longName = "n".repeat(70_000);
        KafkaRecord odd =
                new KafkaRecord(
                        "in",
                        0,
                        0,
                        0,
                        new byte[0],
                        new byte[0],
                        List.of(new Header(longName, new byte[0])));

        assertThat(read(write(odd)).headers().get(0).name()).isEqualTo(longName);
    }

    @Test
    void refusesAFormatThatItDoesNotKnow() throws IOException {
        byte[] later = write(record());
        later[0] = 2;

        assertThatThrownBy(() -> read(later))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("format 2");
    }

    @Test
    void refusesANegativeLength() throws IOException {
        byte[] broken = write(record());
        broken[1] = (byte) 0xFF;

        assertThatThrownBy(() -> read(broken)).isInstanceOf(IOException.class);
    }

    @Test
    void restoresItselfFromASavepoint() {
        assertThat(serializer.snapshotConfiguration().restoreSerializer()).isEqualTo(serializer);
    }

    private static KafkaRecord record() {
        return new KafkaRecord(
                "in",
                3,
                42,
                1_723_600_000_000L,
                ascii("k"),
                new byte[] {1, 0, (byte) 0xBE},
                List.of(new Header("x-topics", ascii("tm_any")), new Header("é", new byte[0])));
    }

    private byte[] write(KafkaRecord record) throws IOException {
        DataOutputSerializer target = new DataOutputSerializer(64);
        serializer.serialize(record, target);
        return target.getCopyOfBuffer();
    }

    private KafkaRecord read(byte[] bytes) throws IOException {
        return serializer.deserialize(new DataInputDeserializer(bytes));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
