package org.brisket.state.codec;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.protocol.transaction.Outpoint;

/** The txid in internal order, then the output index as four bytes, most significant first. */
public final class OutpointCodec extends Codec<Outpoint> {
    private static final long serialVersionUID = 1L;

    public OutpointCodec() {
        super(Outpoint.class, 1);
    }

    @Override
    protected void writeFields(Outpoint value, DataOutputView out) throws IOException {
        Fields.writeOutpoint(value, out);
    }

    @Override
    protected Outpoint readFields(int version, DataInputView in) throws IOException {
        return Fields.readOutpoint(in);
    }
}
