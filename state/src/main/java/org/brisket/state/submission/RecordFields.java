package org.brisket.state.submission;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.protocol.submission.Header;
import org.brisket.protocol.submission.KafkaRecord;
import org.brisket.protocol.submission.RecordPosition;
import org.brisket.state.codec.Fields;

/** Records and positions as parts of stored values. */
public final class RecordFields {
    private RecordFields() {}

    public static void writeRecord(KafkaRecord value, DataOutputView out) throws IOException {
        writePosition(value.position(), out);
        out.writeLong(value.timestamp());
        Fields.writeBytes(value.key(), out);
        Fields.writeBytes(value.value(), out);
        Fields.writeList(value.headers(), out, RecordFields::writeHeader);
    }

    public static KafkaRecord readRecord(DataInputView in) throws IOException {
        RecordPosition position = readPosition(in);
        return new KafkaRecord(
                position.topic(),
                position.partition(),
                position.offset(),
                in.readLong(),
                Fields.readBytes(in),
                Fields.readBytes(in),
                Fields.readList(in, RecordFields::readHeader));
    }

    public static void writePosition(RecordPosition value, DataOutputView out) throws IOException {
        Fields.writeText(value.topic(), out);
        out.writeInt(value.partition());
        out.writeLong(value.offset());
    }

    public static RecordPosition readPosition(DataInputView in) throws IOException {
        return new RecordPosition(Fields.readText(in), in.readInt(), in.readLong());
    }

    public static void writeHeader(Header header, DataOutputView out) throws IOException {
        Fields.writeText(header.name(), out);
        Fields.writeBytes(header.value(), out);
    }

    public static Header readHeader(DataInputView in) throws IOException {
        return new Header(Fields.readText(in), Fields.readBytes(in));
    }
}
