package org.brisket.state.ledger;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.state.codec.Codec;
import org.brisket.state.codec.Fields;

/** The bytes of a {@link LedgerOrder}. */
public final class LedgerOrderCodec extends Codec<LedgerOrder> {
    private static final long serialVersionUID = 1L;

    public LedgerOrderCodec() {
        super(LedgerOrder.class, 2);
    }

    @Override
    protected void writeFields(LedgerOrder value, DataOutputView out) throws IOException {
        Fields.writeText(value.ledger(), out);
        out.writeByte(value.kind().code());
        Fields.writeTxid(value.txid(), out);
        Fields.writeText(value.submission(), out);
        out.writeLong(value.sequence());
    }

    @Override
    protected LedgerOrder readFields(int version, DataInputView in) throws IOException {
        return new LedgerOrder(
                Fields.readText(in),
                LedgerOrder.Kind.of(in.readUnsignedByte()),
                Fields.readTxid(in),
                Fields.readText(in),
                version == 1 ? 0 : in.readLong());
    }
}
