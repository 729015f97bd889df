package org.brisket.state.ledger;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.state.codec.Codec;
import org.brisket.state.codec.Fields;

/** The bytes of a {@link TokenAccount}: the asset, then the owner, which may be of no bytes. */
public final class TokenAccountCodec extends Codec<TokenAccount> {
    private static final long serialVersionUID = 1L;

    public TokenAccountCodec() {
        super(TokenAccount.class, 1);
    }

    @Override
    protected void writeFields(TokenAccount value, DataOutputView out) throws IOException {
        writeAccount(value, out);
    }

    @Override
    protected TokenAccount readFields(int version, DataInputView in) throws IOException {
        return readAccount(in);
    }

    static void writeAccount(TokenAccount value, DataOutputView out) throws IOException {
        Fields.writeText(value.asset(), out);
        Fields.writeBytes(value.owner().toByteArray(), out);
    }

    static TokenAccount readAccount(DataInputView in) throws IOException {
        return new TokenAccount(Fields.readText(in), ByteSlice.of(Fields.readBytes(in)));
    }
}
