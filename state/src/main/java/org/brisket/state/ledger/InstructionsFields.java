package org.brisket.state.ledger;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.state.codec.Fields;

/** Instructions as a part of stored values. */
public final class InstructionsFields {
    private InstructionsFields() {}

    public static void write(Instructions value, DataOutputView out) throws IOException {
        Fields.writeIndices(value.outputsToAdmit(), out);
        Fields.writeIndices(value.coinsToRetain(), out);
        Fields.writeIndices(value.coinsRemoved(), out);
    }

    public static Instructions read(DataInputView in) throws IOException {
        return new Instructions(
                Fields.readIndices(in), Fields.readIndices(in), Fields.readIndices(in));
    }
}
