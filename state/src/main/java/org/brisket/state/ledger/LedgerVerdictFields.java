package org.brisket.state.ledger;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.state.codec.Fields;
import org.brisket.state.submission.RejectionFields;

/** Verdicts as a part of stored values. */
public final class LedgerVerdictFields {
    private LedgerVerdictFields() {}

    public static void write(LedgerVerdict value, DataOutputView out) throws IOException {
        Fields.writeText(value.ledger(), out);
        InstructionsFields.write(value.instructions(), out);
        out.writeBoolean(value.committedBefore());
        Fields.writeOptional(value.rejection(), out, RejectionFields::write);
    }

    public static LedgerVerdict read(DataInputView in) throws IOException {
        return new LedgerVerdict(
                Fields.readText(in),
                InstructionsFields.read(in),
                in.readBoolean(),
                Fields.readOptional(in, RejectionFields::read));
    }
}
