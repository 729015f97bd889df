package org.brisket.state.ledger;

import java.io.IOException;
import java.util.Optional;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.protocol.hash.Txid;
import org.brisket.state.codec.Codec;
import org.brisket.state.codec.Fields;

/**
 * The bytes of a {@link Coin}: one of flags, which say what follows, so that a coin of a topic pays
 * nothing for what only baskets need.
 */
public final class CoinCodec extends Codec<Coin> {
    private static final long serialVersionUID = 1L;

    private static final int PENDING = 1;
    private static final int SPENT = 2;
    private static final int WITH_CONTENT = 4;

    public CoinCodec() {
        super(Coin.class, 2);
    }

    @Override
    protected void writeFields(Coin value, DataOutputView out) throws IOException {
        out.writeByte(flags(value));
        if (value.spender().isPresent()) {
            Fields.writeTxid(value.spender().get(), out);
        }
        if (value.content().isPresent()) {
            CoinContentFields.write(value.content().get(), out);
            out.writeLong(value.slot());
        }
    }

    private static int flags(Coin value) {
        return (value.pending() ? PENDING : 0)
                | (value.spender().isPresent() ? SPENT : 0)
                | (value.content().isPresent() ? WITH_CONTENT : 0);
    }

    @Override
    protected Coin readFields(int version, DataInputView in) throws IOException {
        return version == 1 ? readWithoutContent(in) : readFlagged(in);
    }

    private static Coin readWithoutContent(DataInputView in) throws IOException {
        boolean pending = in.readBoolean();
        Optional<Txid> spender = Fields.readOptional(in, Fields::readTxid);
        return new Coin(pending, spender, Optional.empty(), 0);
    }

    private static Coin readFlagged(DataInputView in) throws IOException {
        int flags = in.readUnsignedByte();
        Optional<Txid> spender =
                (flags & SPENT) == 0 ? Optional.empty() : Optional.of(Fields.readTxid(in));
        boolean pending = (flags & PENDING) != 0;
        if ((flags & WITH_CONTENT) == 0) {
            return new Coin(pending, spender, Optional.empty(), 0);
        }
        Optional<CoinContent> content = Optional.of(CoinContentFields.read(in));
        return new Coin(pending, spender, content, in.readLong());
    }
}
