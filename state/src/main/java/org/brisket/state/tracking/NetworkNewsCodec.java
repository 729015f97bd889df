package org.brisket.state.tracking;

import java.io.IOException;
import java.util.Optional;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.protocol.hash.Txid;
import org.brisket.state.codec.Codec;
import org.brisket.state.codec.Fields;
import org.brisket.state.store.BlockProofFields;

/** The bytes of {@link NetworkNews}. */
public final class NetworkNewsCodec extends Codec<NetworkNews> {
    private static final long serialVersionUID = 1L;

    public NetworkNewsCodec() {
        super(NetworkNews.class, 2);
    }

    @Override
    protected void writeFields(NetworkNews value, DataOutputView out) throws IOException {
        Fields.writeTxid(value.txid(), out);
        out.writeBoolean(value.seenOnNetwork());
        Fields.writeOptional(value.proof(), out, RootFields::writeQuery);
        Fields.writeOptional(value.path(), out, BlockProofFields::writePath);
    }

    @Override
    protected NetworkNews readFields(int version, DataInputView in) throws IOException {
        Txid txid = Fields.readTxid(in);
        return new NetworkNews(
                txid,
                in.readBoolean(),
                Fields.readOptional(in, RootFields::readQuery),
                version == 1
                        ? Optional.empty()
                        : Fields.readOptional(in, BlockProofFields::readPath));
    }
}
