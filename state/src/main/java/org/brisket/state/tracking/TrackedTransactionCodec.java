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
        super(TrackedTransaction.class, 4);
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
        Fields.writeOptional(value.blockRoot(), out, RootFields::write);
        writePolling(value.polling(), out);
        out.writeByte(value.lateNews().code());
    }

    private static void writePolling(Polling value, DataOutputView out) throws IOException {
        out.writeBoolean(value.wanted());
        out.writeLong(value.nextMillis());
        out.writeLong(value.lastMillis());
        Fields.writeLength(value.count(), out);
        Fields.writeLength(value.postsUnderWay(), out);
        out.writeLong(value.missedAtHeight());
    }

    @Override
    protected TrackedTransaction readFields(int version, DataInputView in) throws IOException {
        TrackedTransaction early =
                new TrackedTransaction(
                        Phase.of(in.readUnsignedByte()),
                        Fields.readList(in, LedgerVerdictFields.reader(version)),
                        Fields.readList(in, AnswerFields::read),
                        in.readLong(),
                        in.readLong(),
                        in.readBoolean(),
                        Fields.readOptional(in, RejectionFields::read),
                        Fields.readLength(in));
        if (version < 4) {
            // What an endpoint answered for was sent.
            return early.answers().isEmpty() ? early : early.polled(Polling.SENT);
        }
        return early.minedAt(early.blockHeight(), Fields.readOptional(in, RootFields::read))
                .polled(readPolling(in))
                .lately(LateNews.of(in.readUnsignedByte()));
    }

    private static Polling readPolling(DataInputView in) throws IOException {
        return new Polling(
                in.readBoolean(),
                in.readLong(),
                in.readLong(),
                Fields.readLength(in),
                Fields.readLength(in),
                in.readLong());
    }
}
