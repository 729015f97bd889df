package org.brisket.state.submission;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.state.codec.Codec;
import org.brisket.state.codec.Fields;

/** The bytes of a {@link Refusal}. */
public final class RefusalCodec extends Codec<Refusal> {
    private static final long serialVersionUID = 1L;

    public RefusalCodec() {
        super(Refusal.class, 1);
    }

    @Override
    protected void writeFields(Refusal value, DataOutputView out) throws IOException {
        Fields.writeText(value.submissionId(), out);
        Fields.writeOptional(value.txid(), out, Fields::writeTxid);
        RejectionFields.write(value.rejection(), out);
        RecordFields.writeRecord(value.source(), out);
    }

    @Override
    protected Refusal readFields(int version, DataInputView in) throws IOException {
        return new Refusal(
                Fields.readText(in),
                Fields.readOptional(in, Fields::readTxid),
                RejectionFields.read(in),
                RecordFields.readRecord(in));
    }
}
