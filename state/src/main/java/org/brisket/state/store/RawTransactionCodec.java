package org.brisket.state.store;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.state.codec.Codec;
import org.brisket.state.codec.Fields;

/** The bytes of a {@link RawTransaction}: their number, then themselves. */
public final class RawTransactionCodec extends Codec<RawTransaction> {
    private static final long serialVersionUID = 1L;

    public RawTransactionCodec() {
        super(RawTransaction.class, 1);
    }

    @Override
    protected void writeFields(RawTransaction value, DataOutputView out) throws IOException {
        ByteSlice bytes = value.bytes();
        Fields.writeLength(bytes.length(), out);
        out.write(bytes.array(), bytes.offset(), bytes.length());
    }

    @Override
    protected RawTransaction readFields(int version, DataInputView in) throws IOException {
        return new RawTransaction(ByteSlice.of(Fields.readBytes(in)));
    }
}
