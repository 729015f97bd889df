package org.brisket.state.tracking;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.state.codec.Codec;
import org.brisket.state.codec.Fields;
import org.brisket.state.ledger.LedgerVerdictFields;
import org.brisket.state.submission.RejectionFields;

/** The bytes of a {@link TrackedTransaction}. */
public final class TrackedTransactionCodec extends Codec<TrackedTransaction> {
    private static final long serialVersionUID = 1L;

    public TrackedTransactionCodec() {
        super(TrackedTransaction.class, 3);
    }

    @Override
    protected void writeFields(TrackedTransaction value, DataOutputView out) throws IOException {
        out.writeByte(value.phase().code());
        Fields.writeList(value.ledgers(), out, LedgerVerdictFields::write);
        Fields.writeList(value.answers(), out, AnswerFields::write);
        out.writeLong(value.blockHeight());
        out.writeLong(value.deadline());
        out.writeBoolean(value.published());
        Fields.writeOptional(value.rolledBackFor(), out, RejectionFields::write);
        Fields.writeLength(value.awaitedAnswers(), out);
    }

    @Override
    protected TrackedTransaction readFields(int version, DataInputView in) throws IOException {
        return new TrackedTransaction(
                Phase.of(in.readUnsignedByte()),
                Fields.readList(in, LedgerVerdictFields.reader(version)),
                Fields.readList(in, AnswerFields::read),
                in.readLong(),
                in.readLong(),
                in.readBoolean(),
                Fields.readOptional(in, RejectionFields::read),
                Fields.readLength(in));
    }
}
