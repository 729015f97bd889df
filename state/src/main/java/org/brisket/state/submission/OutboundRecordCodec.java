package org.brisket.state.submission;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.protocol.submission.OutboundRecord;
import org.brisket.state.codec.Codec;
import org.brisket.state.codec.Fields;

/** The bytes of an {@link OutboundRecord} between operators. */
public final class OutboundRecordCodec extends Codec<OutboundRecord> {
    private static final long serialVersionUID = 1L;

    public OutboundRecordCodec() {
        super(OutboundRecord.class, 1);
    }

    @Override
    protected void writeFields(OutboundRecord value, DataOutputView out) throws IOException {
        Fields.writeText(value.topic(), out);
        Fields.writeBytes(value.key(), out);
        Fields.writeBytes(value.value(), out);
        Fields.writeList(value.headers(), out, RecordFields::writeHeader);
    }

    @Override
    protected OutboundRecord readFields(int version, DataInputView in) throws IOException {
        return new OutboundRecord(
                Fields.readText(in),
                Fields.readBytes(in),
                Fields.readBytes(in),
                Fields.readList(in, RecordFields::readHeader));
    }
}
