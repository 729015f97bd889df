package org.brisket.state.header;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.state.codec.Codec;
import org.brisket.state.tracking.NetworkNewsCodec;

/** The bytes of a {@link NewsTask}: a kind byte, then its fields. */
public final class NewsTaskCodec extends Codec<NewsTask> {
    private static final long serialVersionUID = 1L;
    private static final int ASK = 1;
    private static final int FORGET = 2;
    private static final NetworkNewsCodec NEWS = new NetworkNewsCodec();

    public NewsTaskCodec() {
        super(NewsTask.class, 2);
    }

    @Override
    protected void writeFields(NewsTask value, DataOutputView out) throws IOException {
        if (value instanceof NewsTask.Ask ask) {
            out.writeByte(ASK);
            NEWS.write(ask.news(), out);
        } else if (value instanceof NewsTask.Forget forget) {
            out.writeByte(FORGET);
            out.writeLong(forget.fromHeight());
        } else {
            throw new IllegalStateException("no codec for " + value.getClass());
        }
    }

    @Override
    protected NewsTask readFields(int version, DataInputView in) throws IOException {
        int kind = in.readUnsignedByte();
        return switch (kind) {
            case ASK -> new NewsTask.Ask(NEWS.read(in));
            case FORGET -> new NewsTask.Forget(in.readLong());
            default -> throw new IOException("news task of unknown kind " + kind);
        };
    }
}
