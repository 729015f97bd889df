package org.brisket.state.ledger;

import java.io.IOException;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.state.codec.Codec;
import org.brisket.state.codec.Fields;
import org.brisket.state.submission.TicketFields;

/** The bytes of a {@link LedgerMessage}: a kind byte, then its fields. */
public final class LedgerMessageCodec extends Codec<LedgerMessage> {
    private static final long serialVersionUID = 1L;
    private static final int VOTE = 1;
    private static final int OBJECTION = 2;
    private static final int ANCESTOR_OBJECTION = 3;

    public LedgerMessageCodec() {
        super(LedgerMessage.class, 4);
    }

    @Override
    protected void writeFields(LedgerMessage value, DataOutputView out) throws IOException {
        if (value instanceof LedgerMessage.Vote vote) {
            out.writeByte(VOTE);
            writeVote(vote, out);
        } else if (value instanceof LedgerMessage.Objection objection) {
            out.writeByte(OBJECTION);
            Fields.writeTxid(objection.txid(), out);
            Fields.writeTxid(objection.cause(), out);
        } else if (value instanceof LedgerMessage.AncestorObjection objection) {
            out.writeByte(ANCESTOR_OBJECTION);
            Fields.writeTxid(objection.txid(), out);
            Fields.writeTxid(objection.ancestor(), out);
            Fields.writeTxid(objection.cause(), out);
        } else {
            throw new IllegalStateException("no codec for " + value.getClass());
        }
    }

    @Override
    protected LedgerMessage readFields(int version, DataInputView in) throws IOException {
        int kind = in.readUnsignedByte();
        return switch (kind) {
            case VOTE -> readVote(version, in);
            case OBJECTION -> new LedgerMessage.Objection(Fields.readTxid(in), Fields.readTxid(in));
            case ANCESTOR_OBJECTION ->
                    new LedgerMessage.AncestorObjection(
                            Fields.readTxid(in), Fields.readTxid(in), Fields.readTxid(in));
            default -> throw new IOException("ledger message of unknown kind " + kind);
        };
    }

    static void writeVote(LedgerMessage.Vote vote, DataOutputView out) throws IOException {
        TicketFields.writeTicket(vote.ticket(), out);
        LedgerVerdictFields.write(vote.verdict(), out);
        AncestorVerdictFields.writeAll(vote.ancestors(), out);
        Fields.writeBytes(vote.extendedTransaction(), out);
        Fields.writeOptional(vote.payload(), out, TicketFields::writePayload);
        Fields.writeList(vote.voters(), out, Fields::writeText);
    }

    static LedgerMessage.Vote readVote(int version, DataInputView in) throws IOException {
        return new LedgerMessage.Vote(
                TicketFields.readTicket(in),
                LedgerVerdictFields.reader(version).read(in),
                AncestorVerdictFields.readAll(version, in),
                Fields.readBytes(in),
                Fields.readOptional(in, TicketFields::readPayload),
                version > 3 ? Fields.readList(in, Fields::readText) : List.of());
    }
}
