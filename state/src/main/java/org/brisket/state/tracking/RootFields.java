package org.brisket.state.tracking;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.hash.MerkleRoot;

/** Merkle roots as a part of stored values: 32 bytes in internal order. */
final class RootFields {
    private static final int LENGTH = 32;

    private RootFields() {}

    static void write(MerkleRoot root, DataOutputView out) throws IOException {
        out.write(root.toInternal());
    }

    static MerkleRoot read(DataInputView in) throws IOException {
        byte[] bytes = new byte[LENGTH];
        in.readFully(bytes);
        return MerkleRoot.fromInternal(bytes);
    }

    /** The height i64, then the root. */
    static void writeQuery(RootQuery query, DataOutputView out) throws IOException {
        out.writeLong(query.height());
        write(query.root(), out);
    }

    static RootQuery readQuery(DataInputView in) throws IOException {
        return new RootQuery(in.readLong(), read(in));
    }
}
