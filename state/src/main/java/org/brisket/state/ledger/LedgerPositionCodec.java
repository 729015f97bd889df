package org.brisket.state.ledger;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.state.codec.Codec;

/** The bytes of a {@link LedgerPosition}. */
public final class LedgerPositionCodec extends Codec<LedgerPosition> {
    private static final long serialVersionUID = 1L;

    public LedgerPositionCodec() {
        super(LedgerPosition.class, 1);
    }

    @Override
    protected void writeFields(LedgerPosition value, DataOutputView out) throws IOException {
        writePosition(value, out);
    }

    @Override
    protected LedgerPosition readFields(int version, DataInputView in) throws IOException {
        return readPosition(in);
    }

    /** A position as a part of another stored value. */
    static void writePosition(LedgerPosition value, DataOutputView out) throws IOException {
        out.writeLong(value.sequence());
        out.writeLong(value.digest().word0());
        out.writeLong(value.digest().word1());
        out.writeLong(value.digest().word2());
        out.writeLong(value.digest().word3());
    }

    static LedgerPosition readPosition(DataInputView in) throws IOException {
        return new LedgerPosition(
                in.readLong(),
                new LiveDigest(in.readLong(), in.readLong(), in.readLong(), in.readLong()));
    }
}
