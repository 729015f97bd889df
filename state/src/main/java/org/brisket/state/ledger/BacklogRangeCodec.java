package org.brisket.state.ledger;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.state.codec.Codec;

/** The bytes of a {@link BacklogRange}: two numbers of 64 bits. */
public final class BacklogRangeCodec extends Codec<BacklogRange> {
    private static final long serialVersionUID = 1L;

    public BacklogRangeCodec() {
        super(BacklogRange.class, 1);
    }

    @Override
    protected void writeFields(BacklogRange value, DataOutputView out) throws IOException {
        out.writeLong(value.first());
        out.writeLong(value.next());
    }

    @Override
    protected BacklogRange readFields(int version, DataInputView in) throws IOException {
        return new BacklogRange(in.readLong(), in.readLong());
    }
}
