package org.brisket.state.ledger;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.state.codec.Codec;
import org.brisket.state.codec.Fields;

/** The bytes of a {@link Coin}. */
public final class CoinCodec extends Codec<Coin> {
    private static final long serialVersionUID = 1L;

    public CoinCodec() {
        super(Coin.class, 1);
    }

    @Override
    protected void writeFields(Coin value, DataOutputView out) throws IOException {
        out.writeBoolean(value.pending());
        Fields.writeOptional(value.spender(), out, Fields::writeTxid);
    }

    @Override
    protected Coin readFields(int version, DataInputView in) throws IOException {
        return new Coin(in.readBoolean(), Fields.readOptional(in, Fields::readTxid));
    }
}
