package org.brisket.state.header;

import java.io.IOException;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.state.codec.Codec;
import org.brisket.state.codec.Fields;

/** The bytes of a {@link ChainNews}. */
public final class ChainNewsCodec extends Codec<ChainNews> {
    private static final long serialVersionUID = 1L;

    public ChainNewsCodec() {
        super(ChainNews.class, 2);
    }

    @Override
    protected void writeFields(ChainNews value, DataOutputView out) throws IOException {
        out.writeLong(value.tipHeight());
        Fields.writeOptional(
                value.reorganisedFrom(), out, (height, view) -> view.writeLong(height));
        Fields.writeList(value.roots(), out, HeaderFields::writeRoot);
    }

    @Override
    protected ChainNews readFields(int version, DataInputView in) throws IOException {
        return new ChainNews(
                in.readLong(),
                Fields.readOptional(in, DataInputView::readLong),
                version < 2 ? List.of() : Fields.readList(in, HeaderFields::readRoot));
    }
}
