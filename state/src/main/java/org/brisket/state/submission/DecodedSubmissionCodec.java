package org.brisket.state.submission;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.limit.Limits;
import org.brisket.protocol.submission.KafkaRecord;
import org.brisket.protocol.submission.SubmissionOptions;
import org.brisket.protocol.submission.SubmissionValue;
import org.brisket.state.codec.Codec;

/** The record as it came and its options; the BEEF is parsed again after reading. */
public final class DecodedSubmissionCodec extends Codec<DecodedSubmission> {
    private static final long serialVersionUID = 1L;

    public DecodedSubmissionCodec() {
        super(DecodedSubmission.class, 1);
    }

    @Override
    protected void writeFields(DecodedSubmission value, DataOutputView out) throws IOException {
        RecordFields.writeRecord(value.source(), out);
        OptionsFields.write(value.options(), out);
    }

    @Override
    protected DecodedSubmission readFields(int version, DataInputView in) throws IOException {
        KafkaRecord source = RecordFields.readRecord(in);
        SubmissionOptions options = OptionsFields.read(in);
        try {
            // What was decoded once was within the limits of that time.
            SubmissionValue value =
                    SubmissionValue.read(source.value(), options.includesOffChainValues());
            return new DecodedSubmission(
                    source,
                    options,
                    Beef.parse(value.beef(), Limits.NONE).graph(),
                    value.offChainValues());
        } catch (MalformedException e) {
            throw new IOException("submission " + options.submissionId() + " parsed before", e);
        }
    }
}
