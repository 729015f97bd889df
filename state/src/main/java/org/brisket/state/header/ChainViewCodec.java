package org.brisket.state.header;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.state.codec.Codec;

/** The bytes of a {@link ChainView}. */
public final class ChainViewCodec extends Codec<ChainView> {
    private static final long serialVersionUID = 1L;

    public ChainViewCodec() {
        super(ChainView.class, 1);
    }

    @Override
    protected void writeFields(ChainView value, DataOutputView out) throws IOException {
        HeaderFields.writeView(value, out);
    }

    @Override
    protected ChainView readFields(int version, DataInputView in) throws IOException {
        return HeaderFields.readView(in);
    }
}
