package org.brisket.state.tracking;

import java.io.IOException;
import java.util.Optional;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.protocol.broadcast.BroadcastOutcome;
import org.brisket.state.codec.Codec;
import org.brisket.state.codec.Fields;
import org.brisket.state.store.BlockProof;
import org.brisket.state.store.BlockProofFields;

/** The bytes of a {@link NetworkObservation}: a kind byte, the txid, then its fields. */
public final class NetworkObservationCodec extends Codec<NetworkObservation> {
    private static final long serialVersionUID = 1L;
    private static final int ANSWERED = 1;
    private static final int HINTED = 2;
    private static final int MINED = 3;

    public NetworkObservationCodec() {
        super(NetworkObservation.class, 2);
    }

    @Override
    protected void writeFields(NetworkObservation value, DataOutputView out) throws IOException {
        if (value instanceof NetworkObservation.Answered answered) {
            out.writeByte(ANSWERED);
            Fields.writeTxid(value.txid(), out);
            Fields.writeList(answered.outcome().answers(), out, AnswerFields::write);
        } else if (value instanceof NetworkObservation.Hinted hinted) {
            out.writeByte(HINTED);
            Fields.writeTxid(value.txid(), out);
            out.writeBoolean(hinted.seenOnNetwork());
        } else if (value instanceof NetworkObservation.Mined mined) {
            out.writeByte(MINED);
            Fields.writeTxid(value.txid(), out);
            out.writeLong(mined.blockHeight());
            Fields.writeOptional(mined.proof(), out, BlockProofFields::write);
        } else {
            throw new IllegalStateException("no codec for " + value.getClass());
        }
    }

    @Override
    protected NetworkObservation readFields(int version, DataInputView in) throws IOException {
        int kind = in.readUnsignedByte();
        var txid = Fields.readTxid(in);
        return switch (kind) {
            case ANSWERED ->
                    new NetworkObservation.Answered(
                            new BroadcastOutcome(txid, Fields.readList(in, AnswerFields::read)));
            case HINTED -> new NetworkObservation.Hinted(txid, in.readBoolean());
            case MINED -> new NetworkObservation.Mined(txid, in.readLong(), readProof(version, in));
            default -> throw new IOException("observation of unknown kind " + kind);
        };
    }

    private static Optional<BlockProof> readProof(int version, DataInputView in)
            throws IOException {
        return version == 1 ? Optional.empty() : Fields.readOptional(in, BlockProofFields::read);
    }
}
