package org.brisket.state.store;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.merkle.MerklePath;
import org.brisket.state.codec.Fields;

/** Proofs as parts of stored values: height, root in internal order, BUMP. */
public final class BlockProofFields {
    private static final int ROOT_BYTES = 32;

    private BlockProofFields() {}

    public static void write(BlockProof proof, DataOutputView out) throws IOException {
        out.writeLong(proof.blockHeight());
        out.write(proof.block().root().toInternal());
        writePath(proof.path(), out);
    }

    public static BlockProof read(DataInputView in) throws IOException {
        long height = in.readLong();
        byte[] root = new byte[ROOT_BYTES];
        in.readFully(root);
        return new BlockProof(new RootQuery(height, MerkleRoot.fromInternal(root)), readPath(in));
    }

    public static void writePath(MerklePath path, DataOutputView out) throws IOException {
        Fields.writeBytes(path.toBytes(), out);
    }

    public static MerklePath readPath(DataInputView in) throws IOException {
        try {
            return MerklePath.parse(Fields.readBytes(in));
        } catch (MalformedException e) {
            throw new IOException("a stored merkle path is damaged: " + e.getMessage(), e);
        }
    }
}
