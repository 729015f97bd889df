package org.brisket.state.ledger;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.state.codec.Codec;

/** The bytes of a {@link TokenSlot}: the account, then the number. */
public final class TokenSlotCodec extends Codec<TokenSlot> {
    private static final long serialVersionUID = 1L;

    public TokenSlotCodec() {
        super(TokenSlot.class, 1);
    }

    @Override
    protected void writeFields(TokenSlot value, DataOutputView out) throws IOException {
        TokenAccountCodec.writeAccount(value.account(), out);
        out.writeLong(value.number());
    }

    @Override
    protected TokenSlot readFields(int version, DataInputView in) throws IOException {
        return new TokenSlot(TokenAccountCodec.readAccount(in), in.readLong());
    }
}
