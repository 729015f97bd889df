package org.brisket.state.ledger;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.state.codec.Codec;

/** The bytes of a {@link ParkedLine}: three numbers of 64 bits. */
public final class ParkedLineCodec extends Codec<ParkedLine> {
    private static final long serialVersionUID = 1L;

    public ParkedLineCodec() {
        super(ParkedLine.class, 1);
    }

    @Override
    protected void writeFields(ParkedLine value, DataOutputView out) throws IOException {
        out.writeLong(value.first());
        out.writeLong(value.next());
        out.writeLong(value.bytes());
    }

    @Override
    protected ParkedLine readFields(int version, DataInputView in) throws IOException {
        return new ParkedLine(in.readLong(), in.readLong(), in.readLong());
    }
}
