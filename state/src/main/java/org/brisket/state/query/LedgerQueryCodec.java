package org.brisket.state.query;

import java.io.IOException;
import java.util.Optional;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.key.PublicKey;
import org.brisket.state.codec.Codec;
import org.brisket.state.codec.Fields;

/** The bytes of a {@link LedgerQuery}: a kind byte, its id and ledger, then its own fields. */
public final class LedgerQueryCodec extends Codec<LedgerQuery> {
    private static final long serialVersionUID = 1L;
    private static final int LIVE_COINS = 1;
    private static final int BALANCE = 2;
    private static final int ONE_COIN = 3;
    private static final int ONE_TRANSACTION = 4;

    public LedgerQueryCodec() {
        super(LedgerQuery.class, 1);
    }

    @Override
    protected void writeFields(LedgerQuery value, DataOutputView out) throws IOException {
        out.writeByte(kind(value));
        Fields.writeText(value.id(), out);
        Fields.writeText(value.ledger(), out);
        if (value instanceof LedgerQuery.LiveCoins coins) {
            out.writeLong(coins.from().sequence());
            Fields.writeLength(coins.from().output(), out);
            Fields.writeLength(coins.limit(), out);
        } else if (value instanceof LedgerQuery.Balance balance) {
            Fields.writeText(balance.asset(), out);
            Fields.writeOptional(balance.owner(), out, LedgerQueryCodec::writeKey);
        } else if (value instanceof LedgerQuery.OneCoin coin) {
            Fields.writeOutpoint(coin.outpoint(), out);
        } else if (value instanceof LedgerQuery.OneTransaction transaction) {
            Fields.writeTxid(transaction.txid(), out);
        }
    }

    private static int kind(LedgerQuery value) {
        if (value instanceof LedgerQuery.LiveCoins) {
            return LIVE_COINS;
        } else if (value instanceof LedgerQuery.Balance) {
            return BALANCE;
        } else if (value instanceof LedgerQuery.OneCoin) {
            return ONE_COIN;
        } else if (value instanceof LedgerQuery.OneTransaction) {
            return ONE_TRANSACTION;
        }
        throw new IllegalStateException("no codec for " + value.getClass());
    }

    private static void writeKey(PublicKey key, DataOutputView out) throws IOException {
        Fields.writeBytes(key.bytes().toByteArray(), out);
    }

    private static PublicKey readKey(DataInputView in) throws IOException {
        return new PublicKey(ByteSlice.of(Fields.readBytes(in)));
    }

    @Override
    protected LedgerQuery readFields(int version, DataInputView in) throws IOException {
        int kind = in.readUnsignedByte();
        String id = Fields.readText(in);
        String ledger = Fields.readText(in);
        return switch (kind) {
            case LIVE_COINS ->
                    new LedgerQuery.LiveCoins(
                            id,
                            ledger,
                            new CoinCursor(in.readLong(), Fields.readLength(in)),
                            Fields.readLength(in));
            case BALANCE -> readBalance(id, ledger, in);
            case ONE_COIN -> new LedgerQuery.OneCoin(id, ledger, Fields.readOutpoint(in));
            case ONE_TRANSACTION -> new LedgerQuery.OneTransaction(id, ledger, Fields.readTxid(in));
            default -> throw new IOException("ledger query of unknown kind " + kind);
        };
    }

    private static LedgerQuery readBalance(String id, String ledger, DataInputView in)
            throws IOException {
        String asset = Fields.readText(in);
        Optional<PublicKey> owner = Fields.readOptional(in, LedgerQueryCodec::readKey);
        return new LedgerQuery.Balance(id, ledger, asset, owner);
    }
}
