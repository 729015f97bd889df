package org.brisket.state.query;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.protocol.hash.Txid;
import org.brisket.state.codec.Codec;
import org.brisket.state.codec.Fields;
import org.brisket.state.store.BlockProofFields;
import org.brisket.state.store.BroughtTransaction;
import org.brisket.state.store.RawTransactionCodec;
import org.brisket.state.submission.OutboundRecordCodec;

/** The bytes of a {@link StoreCommand}: a kind byte, the txid, then what it carries. */
public final class StoreCommandCodec extends Codec<StoreCommand> {
    private static final long serialVersionUID = 1L;
    private static final RawTransactionCodec RAW = new RawTransactionCodec();
    private static final OutboundRecordCodec RECORDS = new OutboundRecordCodec();
    private static final int BRING = 1;
    private static final int PROVE = 2;
    private static final int PUBLISH = 3;
    private static final int QUESTION = 4;

    public StoreCommandCodec() {
        super(StoreCommand.class, 1);
    }

    @Override
    protected void writeFields(StoreCommand value, DataOutputView out) throws IOException {
        if (value instanceof StoreCommand.Bring bring) {
            writeKind(BRING, value, out);
            RAW.write(bring.brought().raw(), out);
            Fields.writeOptional(bring.brought().proof(), out, BlockProofFields::write);
        } else if (value instanceof StoreCommand.Prove prove) {
            writeKind(PROVE, value, out);
            BlockProofFields.write(prove.proof(), out);
        } else if (value instanceof StoreCommand.Publish publish) {
            writeKind(PUBLISH, value, out);
            RECORDS.write(publish.admission(), out);
        } else if (value instanceof StoreCommand.Question question) {
            writeKind(QUESTION, value, out);
            Fields.writeText(question.query().id(), out);
        } else {
            throw new IllegalStateException("no codec for " + value.getClass());
        }
    }

    private static void writeKind(int kind, StoreCommand value, DataOutputView out)
            throws IOException {
        out.writeByte(kind);
        Fields.writeTxid(value.txid(), out);
    }

    @Override
    protected StoreCommand readFields(int version, DataInputView in) throws IOException {
        int kind = in.readUnsignedByte();
        Txid txid = Fields.readTxid(in);
        return switch (kind) {
            case BRING ->
                    new StoreCommand.Bring(
                            new BroughtTransaction(
                                    txid,
                                    RAW.read(in),
                                    Fields.readOptional(in, BlockProofFields::read)));
            case PROVE -> new StoreCommand.Prove(txid, BlockProofFields.read(in));
            case PUBLISH -> new StoreCommand.Publish(txid, RECORDS.read(in));
            case QUESTION -> new StoreCommand.Question(new StoredQuery(Fields.readText(in), txid));
            default -> throw new IOException("store command of unknown kind " + kind);
        };
    }
}
