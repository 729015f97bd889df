package org.brisket.state.tracking;

import java.io.IOException;
import java.util.Optional;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.protocol.broadcast.BroadcastOutcome;
import org.brisket.protocol.hash.Txid;
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
    private static final int POLLED = 4;
    private static final int POSTED_AGAIN = 5;

    public NetworkObservationCodec() {
        super(NetworkObservation.class, 3);
    }

    @Override
    protected void writeFields(NetworkObservation value, DataOutputView out) throws IOException {
        if (value instanceof NetworkObservation.Answered answered) {
            write(ANSWERED, answered.outcome(), out);
        } else if (value instanceof NetworkObservation.Polled polled) {
            write(POLLED, polled.outcome(), out);
        } else if (value instanceof NetworkObservation.PostedAgain posted) {
            write(POSTED_AGAIN, posted.outcome(), out);
        } else if (value instanceof NetworkObservation.Hinted hinted) {
            out.writeByte(HINTED);
            Fields.writeTxid(value.txid(), out);
            out.writeBoolean(hinted.seenOnNetwork());
        } else if (value instanceof NetworkObservation.Mined mined) {
            out.writeByte(MINED);
            Fields.writeTxid(value.txid(), out);
            out.writeLong(mined.blockHeight());
            Fields.writeOptional(mined.proof(), out, BlockProofFields::write);
            Fields.writeOptional(mined.root(), out, RootFields::write);
        } else {
            throw new IllegalStateException("no codec for " + value.getClass());
        }
    }

    private static void write(int kind, BroadcastOutcome outcome, DataOutputView out)
            throws IOException {
        out.writeByte(kind);
        Fields.writeTxid(outcome.subject(), out);
        Fields.writeList(outcome.answers(), out, AnswerFields::write);
    }

    @Override
    protected NetworkObservation readFields(int version, DataInputView in) throws IOException {
        int kind = in.readUnsignedByte();
        Txid txid = Fields.readTxid(in);
        return switch (kind) {
            case ANSWERED -> new NetworkObservation.Answered(readOutcome(txid, in));
            case POLLED -> new NetworkObservation.Polled(readOutcome(txid, in));
            case POSTED_AGAIN -> new NetworkObservation.PostedAgain(readOutcome(txid, in));
            case HINTED -> new NetworkObservation.Hinted(txid, in.readBoolean());
            case MINED -> readMined(txid, version, in);
            default -> throw new IOException("observation of unknown kind " + kind);
        };
    }

    private static BroadcastOutcome readOutcome(Txid txid, DataInputView in) throws IOException {
        return new BroadcastOutcome(txid, Fields.readList(in, AnswerFields::read));
    }

    private static NetworkObservation readMined(Txid txid, int version, DataInputView in)
            throws IOException {
        long height = in.readLong();
        Optional<BlockProof> proof =
                version < 2 ? Optional.empty() : Fields.readOptional(in, BlockProofFields::read);
        return version < 3
                ? new NetworkObservation.Mined(txid, height, proof)
                : new NetworkObservation.Mined(
                        txid, height, Fields.readOptional(in, RootFields::read), proof);
    }
}
