package org.brisket.connectors.kafka;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.protocol.submission.Header;
import org.brisket.protocol.submission.KafkaRecord;

/**
 * The stored form of a record: all integers big-endian, each byte string preceded by its length.
 *
 * <pre>
 * format u8 = 1 | topic | partition i32 | offset i64 | timestamp i64 | key | value
 * | header count i32 | headers: name | value
 * topic, key, value, name: length i32 | bytes
 * </pre>
 *
 * A later format gets the next number and must read the earlier ones: records lie in checkpoints.
 */
public final class KafkaRecordSerializer extends TypeSerializer<KafkaRecord> {
    public static final KafkaRecordSerializer INSTANCE = new KafkaRecordSerializer();

    private static final long serialVersionUID = 1L;
    private static final int FORMAT = 1;
    private static final int VARIABLE_LENGTH = -1;

    @Override
    public void serialize(KafkaRecord source, DataOutputView target) throws IOException {
        target.writeByte(FORMAT);
        writeText(source.topic(), target);
        target.writeInt(source.partition());
        target.writeLong(source.offset());
        target.writeLong(source.timestamp());
        writeBytes(source.key(), target);
        writeBytes(source.value(), target);
        target.writeInt(source.headers().size());
        for (Header header : source.headers()) {
            writeText(header.name(), target);
            writeBytes(header.value(), target);
        }
    }

    @Override
    public KafkaRecord deserialize(DataInputView source) throws IOException {
        int format = source.readUnsignedByte();
        if (format != FORMAT) {
            throw new IOException("a record in format " + format + ", expected " + FORMAT);
        }
        return new KafkaRecord(
                readText(source),
                source.readInt(),
                source.readLong(),
                source.readLong(),
                readBytes(source),
                readBytes(source),
                readHeaders(source));
    }

    private static List<Header> readHeaders(DataInputView source) throws IOException {
        int count = source.readInt();
        List<Header> headers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            headers.add(new Header(readText(source), readBytes(source)));
        }
        return headers;
    }

    // Not writeUTF: it refuses names above 64 kB, and a sender may name a header as it likes.
    private static void writeText(String text, DataOutputView target) throws IOException {
        writeBytes(text.getBytes(StandardCharsets.UTF_8), target);
    }

    private static void writeBytes(byte[] bytes, DataOutputView target) throws IOException {
        target.writeInt(bytes.length);
        target.write(bytes);
    }

    private static String readText(DataInputView source) throws IOException {
        return new String(readBytes(source), StandardCharsets.UTF_8);
    }

    private static byte[] readBytes(DataInputView source) throws IOException {
        int length = source.readInt();
        if (length < 0) {
            throw new IOException("a byte string of " + length + " bytes in a stored record");
        }
        byte[] bytes = new byte[length];
        source.readFully(bytes);
        return bytes;
    }

    /** True, because nobody writes to the arrays of a record. */
    @Override
    public boolean isImmutableType() {
        return true;
    }

    @Override
    public TypeSerializer<KafkaRecord> duplicate() {
        return this;
    }

    @Override
    public KafkaRecord createInstance() {
        return new KafkaRecord("", 0, 0, 0, new byte[0], new byte[0], List.of());
    }

    @Override
    public KafkaRecord copy(KafkaRecord from) {
        return from;
    }

    @Override
    public KafkaRecord copy(KafkaRecord from, KafkaRecord reuse) {
        return from;
    }

    @Override
    public int getLength() {
        return VARIABLE_LENGTH;
    }

    @Override
    public KafkaRecord deserialize(KafkaRecord reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        serialize(deserialize(source), target);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KafkaRecordSerializer;
    }

    @Override
    public int hashCode() {
        return KafkaRecordSerializer.class.hashCode();
    }

    @Override
    public TypeSerializerSnapshot<KafkaRecord> snapshotConfiguration() {
        return new Snapshot();
    }

    /** What a savepoint remembers of this serializer: its class, the format is in each record. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<KafkaRecord> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
