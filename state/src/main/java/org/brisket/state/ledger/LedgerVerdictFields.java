package org.brisket.state.ledger;

import java.io.IOException;
import java.util.List;
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
        Fields.writeList(value.spentCoins(), out, Fields::writeOutpoint);
        out.writeBoolean(value.committedBefore());
        LedgerPositionCodec.writePosition(value.position(), out);
        Fields.writeOptional(value.rejection(), out, RejectionFields::write);
    }

    /**
     * Reads the verdicts in a value of the given version; those of version 1 have no position, and
     * those of version 2 no spent coins.
     */
    public static Fields.Reader<LedgerVerdict> reader(int version) {
        return in -> read(in, version);
    }

    private static LedgerVerdict read(DataInputView in, int version) throws IOException {
        return new LedgerVerdict(
                Fields.readText(in),
                InstructionsFields.read(in),
                version > 2 ? Fields.readList(in, Fields::readOutpoint) : List.of(),
                in.readBoolean(),
                version > 1 ? LedgerPositionCodec.readPosition(in) : LedgerPosition.START,
                Fields.readOptional(in, RejectionFields::read));
    }
}
