package org.brisket.state.submission;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.state.codec.Codec;
import org.brisket.state.codec.Fields;

/** The bytes of a {@link VerifiedSubmission}. */
public final class VerifiedSubmissionCodec extends Codec<VerifiedSubmission> {
    private static final long serialVersionUID = 1L;

    public VerifiedSubmissionCodec() {
        super(VerifiedSubmission.class, 1);
    }

    @Override
    protected void writeFields(VerifiedSubmission value, DataOutputView out) throws IOException {
        RecordFields.writeRecord(value.source(), out);
        OptionsFields.write(value.options(), out);
        Fields.writeTxid(value.txid(), out);
        Fields.writeBytes(value.subject(), out);
        Fields.writeList(value.ancestors(), out, Fields::writeBytes);
        out.writeLong(value.minedAtHeight());
        Fields.writeBytes(value.offChainValues(), out);
    }

    @Override
    protected VerifiedSubmission readFields(int version, DataInputView in) throws IOException {
        return new VerifiedSubmission(
                RecordFields.readRecord(in),
                OptionsFields.read(in),
                Fields.readTxid(in),
                Fields.readBytes(in),
                Fields.readList(in, Fields::readBytes),
                in.readLong(),
                Fields.readBytes(in));
    }
}
