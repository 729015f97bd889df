package org.brisket.state.header;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.state.codec.Codec;
import org.brisket.state.codec.Fields;

/** The bytes of a {@link ChainUpdate}. */
public final class ChainUpdateCodec extends Codec<ChainUpdate> {
    private static final long serialVersionUID = 1L;

    public ChainUpdateCodec() {
        super(ChainUpdate.class, 1);
    }

    @Override
    protected void writeFields(ChainUpdate value, DataOutputView out) throws IOException {
        out.writeLong(value.fromHeight());
        Fields.writeList(value.roots(), out, HeaderFields::writeRoot);
        HeaderFields.writeView(value.view(), out);
        Fields.writeOptional(
                value.reorganisedFrom(), out, (height, view) -> view.writeLong(height));
    }

    @Override
    protected ChainUpdate readFields(int version, DataInputView in) throws IOException {
        return new ChainUpdate(
                in.readLong(),
                Fields.readList(in, HeaderFields::readRoot),
                HeaderFields.readView(in),
                Fields.readOptional(in, DataInputView::readLong));
    }
}
