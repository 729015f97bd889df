package org.brisket.state.header;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.protocol.spv.ChainTip;
import org.brisket.state.codec.Codec;
import org.brisket.state.codec.Fields;
import org.brisket.state.submission.DecodedSubmissionCodec;
import org.brisket.state.submission.RejectionFields;

/** The bytes of a {@link ProofTask}: a kind byte, then its fields. */
public final class ProofTaskCodec extends Codec<ProofTask> {
    private static final long serialVersionUID = 1L;
    private static final int CHECK = 1;
    private static final int FORGET = 2;
    private static final DecodedSubmissionCodec SUBMISSION = new DecodedSubmissionCodec();

    public ProofTaskCodec() {
        super(ProofTask.class, 1);
    }

    @Override
    protected void writeFields(ProofTask value, DataOutputView out) throws IOException {
        if (value instanceof ProofTask.Check check) {
            out.writeByte(CHECK);
            SUBMISSION.write(check.submission(), out);
            Fields.writeOptional(check.tip(), out, ProofTaskCodec::writeTip);
            Fields.writeList(check.open(), out, HeaderFields::writeQuery);
            Fields.writeOptional(check.rejection(), out, RejectionFields::write);
        } else if (value instanceof ProofTask.Forget forget) {
            out.writeByte(FORGET);
            out.writeLong(forget.fromHeight());
        } else {
            throw new IllegalStateException("no codec for " + value.getClass());
        }
    }

    @Override
    protected ProofTask readFields(int version, DataInputView in) throws IOException {
        int kind = in.readUnsignedByte();
        return switch (kind) {
            case CHECK ->
                    new ProofTask.Check(
                            SUBMISSION.read(in),
                            Fields.readOptional(in, ProofTaskCodec::readTip),
                            Fields.readList(in, HeaderFields::readQuery),
                            Fields.readOptional(in, RejectionFields::read));
            case FORGET -> new ProofTask.Forget(in.readLong());
            default -> throw new IOException("proof task of unknown kind " + kind);
        };
    }

    private static void writeTip(ChainTip tip, DataOutputView out) throws IOException {
        out.writeLong(tip.height());
        out.writeLong(tip.medianTimePast());
    }

    private static ChainTip readTip(DataInputView in) throws IOException {
        return new ChainTip(in.readLong(), in.readLong());
    }
}
