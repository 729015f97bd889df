package org.brisket.state.ledger;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.state.codec.Codec;
import org.brisket.state.codec.Fields;

/** The bytes of an {@link Application}. */
public final class ApplicationCodec extends Codec<Application> {
    private static final long serialVersionUID = 1L;

    public ApplicationCodec() {
        super(Application.class, 3);
    }

    @Override
    protected void writeFields(Application value, DataOutputView out) throws IOException {
        out.writeByte(value.status().code());
        Fields.writeList(value.claims(), out, ApplicationCodec::writeClaim);
        Fields.writeOptional(value.contender(), out, Fields::writeTxid);
        InstructionsFields.write(value.instructions(), out);
        Fields.writeList(value.spentCoins(), out, Fields::writeOutpoint);
        LedgerPositionCodec.writePosition(value.position(), out);
        Fields.writeList(value.spentOutputs(), out, ApplicationCodec::writeSpentOutput);
    }

    private static void writeSpentOutput(SpentOutput value, DataOutputView out) throws IOException {
        Fields.writeLength(value.output(), out);
        Fields.writeTxid(value.spender(), out);
    }

    @Override
    protected Application readFields(int version, DataInputView in) throws IOException {
        return new Application(
                Application.Status.of(in.readUnsignedByte()),
                Fields.readList(in, claims -> readClaim(version, claims)),
                version < 3 ? Optional.empty() : Fields.readOptional(in, Fields::readTxid),
                InstructionsFields.read(in),
                Fields.readList(in, Fields::readOutpoint),
                version < 2 ? LedgerPosition.START : LedgerPositionCodec.readPosition(in),
                version < 3 ? List.of() : Fields.readList(in, ApplicationCodec::readSpentOutput));
    }

    private static SpentOutput readSpentOutput(DataInputView in) throws IOException {
        return new SpentOutput(Fields.readLength(in), Fields.readTxid(in));
    }

    private static void writeClaim(Claim value, DataOutputView out) throws IOException {
        Fields.writeText(value.submission(), out);
        Fields.writeTxid(value.subject(), out);
    }

    private static Claim readClaim(int version, DataInputView in) throws IOException {
        return new Claim(
                Fields.readText(in), version < 3 ? Claim.UNKNOWN_SUBJECT : Fields.readTxid(in));
    }
}
