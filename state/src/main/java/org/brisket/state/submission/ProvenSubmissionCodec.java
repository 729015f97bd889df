package org.brisket.state.submission;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.protocol.spv.ChainTip;
import org.brisket.state.codec.Codec;
import org.brisket.state.codec.Fields;

/** The bytes of a {@link ProvenSubmission}. */
public final class ProvenSubmissionCodec extends Codec<ProvenSubmission> {
    private static final long serialVersionUID = 1L;
    private static final DecodedSubmissionCodec SUBMISSION = new DecodedSubmissionCodec();

    public ProvenSubmissionCodec() {
        super(ProvenSubmission.class, 1);
    }

    @Override
    protected void writeFields(ProvenSubmission value, DataOutputView out) throws IOException {
        SUBMISSION.write(value.submission(), out);
        out.writeLong(value.tip().height());
        out.writeLong(value.tip().medianTimePast());
        Fields.writeOptional(value.rejection(), out, RejectionFields::write);
    }

    @Override
    protected ProvenSubmission readFields(int version, DataInputView in) throws IOException {
        return new ProvenSubmission(
                SUBMISSION.read(in),
                new ChainTip(in.readLong(), in.readLong()),
                Fields.readOptional(in, RejectionFields::read));
    }
}
