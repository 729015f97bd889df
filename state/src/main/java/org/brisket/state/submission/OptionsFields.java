package org.brisket.state.submission;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.protocol.submission.Atomicity;
import org.brisket.protocol.submission.SubmissionMode;
import org.brisket.protocol.submission.SubmissionOptions;
import org.brisket.state.codec.Fields;

/** Submission options as a part of shipped values. */
final class OptionsFields {
    private OptionsFields() {}

    static void write(SubmissionOptions value, DataOutputView out) throws IOException {
        Fields.writeText(value.submissionId(), out);
        Fields.writeList(value.topics(), out, Fields::writeText);
        out.writeBoolean(value.atomicity() == Atomicity.ALL_OR_NOTHING);
        out.writeBoolean(value.mode() == SubmissionMode.HISTORICAL);
        out.writeBoolean(value.includesOffChainValues());
    }

    static SubmissionOptions read(DataInputView in) throws IOException {
        return new SubmissionOptions(
                Fields.readText(in),
                Fields.readList(in, Fields::readText),
                in.readBoolean() ? Atomicity.ALL_OR_NOTHING : Atomicity.INDEPENDENT,
                in.readBoolean() ? SubmissionMode.HISTORICAL : SubmissionMode.CURRENT,
                in.readBoolean());
    }
}
