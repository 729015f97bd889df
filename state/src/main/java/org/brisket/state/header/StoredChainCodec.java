package org.brisket.state.header;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.state.codec.Codec;
import org.brisket.state.codec.Fields;

/** The bytes of a {@link StoredChain}. */
public final class StoredChainCodec extends Codec<StoredChain> {
    private static final long serialVersionUID = 1L;

    public StoredChainCodec() {
        super(StoredChain.class, 1);
    }

    @Override
    protected void writeFields(StoredChain value, DataOutputView out) throws IOException {
        out.writeLong(value.height());
        Fields.writeList(value.headers(), out, HeaderFields::writeHeader);
        Fields.writeList(value.orphans(), out, HeaderFields::writeHeader);
    }

    @Override
    protected StoredChain readFields(int version, DataInputView in) throws IOException {
        return new StoredChain(
                in.readLong(),
                Fields.readList(in, HeaderFields::readHeader),
                Fields.readList(in, HeaderFields::readHeader));
    }
}
