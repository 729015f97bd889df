package org.brisket.state.ledger;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.state.codec.Codec;
import org.brisket.state.codec.Fields;

/** The parent's txid in internal order, then the number as eight bytes. */
public final class ParkedSlotCodec extends Codec<ParkedSlot> {
    private static final long serialVersionUID = 1L;

    public ParkedSlotCodec() {
        super(ParkedSlot.class, 1);
    }

    @Override
    protected void writeFields(ParkedSlot value, DataOutputView out) throws IOException {
        Fields.writeTxid(value.parent(), out);
        out.writeLong(value.number());
    }

    @Override
    protected ParkedSlot readFields(int version, DataInputView in) throws IOException {
        return new ParkedSlot(Fields.readTxid(in), in.readLong());
    }
}
