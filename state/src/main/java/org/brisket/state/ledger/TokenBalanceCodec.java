package org.brisket.state.ledger;

import java.io.IOException;
import java.math.BigInteger;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.state.codec.Codec;
import org.brisket.state.codec.Fields;

/**
 * The bytes of a {@link TokenBalance}: the amount in two's complement, most significant byte first,
 * then the number of coins.
 */
public final class TokenBalanceCodec extends Codec<TokenBalance> {
    private static final long serialVersionUID = 1L;

    public TokenBalanceCodec() {
        super(TokenBalance.class, 1);
    }

    @Override
    protected void writeFields(TokenBalance value, DataOutputView out) throws IOException {
        Fields.writeBytes(value.amount().toByteArray(), out);
        out.writeLong(value.coins());
    }

    @Override
    protected TokenBalance readFields(int version, DataInputView in) throws IOException {
        byte[] amount = Fields.readBytes(in);
        if (amount.length == 0) {
            throw new IOException("an amount of no bytes");
        }
        return new TokenBalance(new BigInteger(amount), in.readLong());
    }
}
