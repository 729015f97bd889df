package org.brisket.state.ledger;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.state.codec.Codec;
import org.brisket.state.codec.Fields;

/** The bytes of an {@link Application}. */
public final class ApplicationCodec extends Codec<Application> {
    private static final long serialVersionUID = 1L;

    public ApplicationCodec() {
        super(Application.class, 2);
    }

    @Override
    protected void writeFields(Application value, DataOutputView out) throws IOException {
        out.writeByte(value.status().code());
        Fields.writeList(value.undecided(), out, Fields::writeText);
        InstructionsFields.write(value.instructions(), out);
        Fields.writeList(value.spentCoins(), out, Fields::writeOutpoint);
        LedgerPositionCodec.writePosition(value.position(), out);
    }

    @Override
    protected Application readFields(int version, DataInputView in) throws IOException {
        return new Application(
                Application.Status.of(in.readUnsignedByte()),
                Fields.readList(in, Fields::readText),
                InstructionsFields.read(in),
                Fields.readList(in, Fields::readOutpoint),
                version == 1 ? LedgerPosition.START : LedgerPositionCodec.readPosition(in));
    }
}
