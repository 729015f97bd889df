package org.brisket.state.ledger;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.state.codec.Codec;
import org.brisket.state.codec.Fields;

/** The bytes of a {@link LedgerTask}: a kind byte, then its fields. */
public final class LedgerTaskCodec extends Codec<LedgerTask> {
    private static final long serialVersionUID = 1L;
    private static final int RELEASE = 1;
    private static final int FORGET = 2;

    public LedgerTaskCodec() {
        super(LedgerTask.class, 1);
    }

    @Override
    protected void writeFields(LedgerTask value, DataOutputView out) throws IOException {
        if (value instanceof LedgerTask.Release release) {
            out.writeByte(RELEASE);
            Fields.writeTxid(release.txid(), out);
        } else if (value instanceof LedgerTask.Forget forget) {
            out.writeByte(FORGET);
            Fields.writeTxid(forget.txid(), out);
            Fields.writeLength(forget.coins(), out);
        } else {
            throw new IllegalStateException("no codec for " + value.getClass());
        }
    }

    @Override
    protected LedgerTask readFields(int version, DataInputView in) throws IOException {
        int kind = in.readUnsignedByte();
        return switch (kind) {
            case RELEASE -> new LedgerTask.Release(Fields.readTxid(in));
            case FORGET -> new LedgerTask.Forget(Fields.readTxid(in), Fields.readLength(in));
            default -> throw new IOException("ledger task of unknown kind " + kind);
        };
    }
}
