package org.brisket.state.header;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.state.codec.Codec;

/** The bytes of a {@link MerkleRoot}. */
public final class MerkleRootCodec extends Codec<MerkleRoot> {
    private static final long serialVersionUID = 1L;

    public MerkleRootCodec() {
        super(MerkleRoot.class, 1);
    }

    @Override
    protected void writeFields(MerkleRoot value, DataOutputView out) throws IOException {
        HeaderFields.writeRoot(value, out);
    }

    @Override
    protected MerkleRoot readFields(int version, DataInputView in) throws IOException {
        return HeaderFields.readRoot(in);
    }
}
