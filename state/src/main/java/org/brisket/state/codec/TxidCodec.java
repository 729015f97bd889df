package org.brisket.state.codec;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.protocol.hash.Txid;

/** 32 bytes in internal order. */
public final class TxidCodec extends Codec<Txid> {
    private static final long serialVersionUID = 1L;

    public TxidCodec() {
        super(Txid.class, 1);
    }

    @Override
    protected void writeFields(Txid value, DataOutputView out) throws IOException {
        Fields.writeTxid(value, out);
    }

    @Override
    protected Txid readFields(int version, DataInputView in) throws IOException {
        return Fields.readTxid(in);
    }
}
