package org.brisket.state.header;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.header.BlockHeader;

/** How headers, roots and questions are stored inside other values. */
final class HeaderFields {
    private HeaderFields() {}

    /** The 80 bytes of the wire. */
    static void writeHeader(BlockHeader header, DataOutputView out) throws IOException {
        out.write(header.toBytes());
    }

    static BlockHeader readHeader(DataInputView in) throws IOException {
        byte[] bytes = new byte[BlockHeader.LENGTH];
        in.readFully(bytes);
        try {
            return BlockHeader.parse(bytes);
        } catch (MalformedException e) {
            throw new IOException("80 bytes that are no header", e);
        }
    }

    /** 32 bytes in internal order. */
    static void writeRoot(MerkleRoot root, DataOutputView out) throws IOException {
        out.write(root.toInternal());
    }

    static MerkleRoot readRoot(DataInputView in) throws IOException {
        byte[] bytes = new byte[32];
        in.readFully(bytes);
        return MerkleRoot.fromInternal(bytes);
    }

    /** The height i64, then the root. */
    static void writeQuery(RootQuery query, DataOutputView out) throws IOException {
        out.writeLong(query.height());
        writeRoot(query.root(), out);
    }

    static RootQuery readQuery(DataInputView in) throws IOException {
        return new RootQuery(in.readLong(), readRoot(in));
    }

    /** Three heights and times i64, then whether it is in step. */
    static void writeView(ChainView view, DataOutputView out) throws IOException {
        out.writeLong(view.lowestHeight());
        out.writeLong(view.tipHeight());
        out.writeLong(view.medianTimePast());
        out.writeBoolean(view.inStep());
    }

    static ChainView readView(DataInputView in) throws IOException {
        return new ChainView(in.readLong(), in.readLong(), in.readLong(), in.readBoolean());
    }
}
