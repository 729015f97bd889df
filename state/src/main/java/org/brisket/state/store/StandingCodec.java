package org.brisket.state.store;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.state.codec.Codec;
import org.brisket.state.codec.Fields;

/** The bytes of a {@link Standing}: whether it is stored, whether it was admitted, its proofs. */
public final class StandingCodec extends Codec<Standing> {
    private static final long serialVersionUID = 1L;

    public StandingCodec() {
        super(Standing.class, 1);
    }

    @Override
    protected void writeFields(Standing value, DataOutputView out) throws IOException {
        out.writeBoolean(value.stored());
        out.writeBoolean(value.admitted());
        Fields.writeList(value.proofs(), out, BlockProofFields::write);
    }

    @Override
    protected Standing readFields(int version, DataInputView in) throws IOException {
        return new Standing(
                in.readBoolean(), in.readBoolean(), Fields.readList(in, BlockProofFields::read));
    }
}
