package org.brisket.state.submission;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.protocol.verdict.RejectionReason;
import org.brisket.state.codec.Fields;

/** A rejection as a part of stored values; the reason by its public name. */
public final class RejectionFields {
    private RejectionFields() {}

    public static void write(Rejection value, DataOutputView out) throws IOException {
        Fields.writeText(value.reason().name(), out);
        Fields.writeText(value.detail(), out);
    }

    public static Rejection read(DataInputView in) throws IOException {
        return new Rejection(RejectionReason.valueOf(Fields.readText(in)), Fields.readText(in));
    }
}
