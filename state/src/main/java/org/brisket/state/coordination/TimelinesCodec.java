package org.brisket.state.coordination;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.state.codec.Codec;
import org.brisket.state.codec.Fields;

/** The bytes of {@link Timelines}. */
public final class TimelinesCodec extends Codec<Timelines> {
    private static final long serialVersionUID = 1L;

    public TimelinesCodec() {
        super(Timelines.class, 1);
    }

    @Override
    protected void writeFields(Timelines value, DataOutputView out) throws IOException {
        Fields.writeList(
                value.left(),
                out,
                (branch, view) -> {
                    view.writeUTF(branch.timeline());
                    view.writeLong(branch.checkpoint());
                });
        out.writeUTF(value.current());
    }

    @Override
    protected Timelines readFields(int version, DataInputView in) throws IOException {
        return new Timelines(
                Fields.readList(in, view -> new Timelines.Branch(view.readUTF(), view.readLong())),
                in.readUTF());
    }
}
