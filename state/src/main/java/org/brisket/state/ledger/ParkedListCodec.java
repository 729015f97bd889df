package org.brisket.state.ledger;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.state.codec.Codec;
import org.brisket.state.codec.Fields;

/** The bytes of a {@link ParkedList}. */
public final class ParkedListCodec extends Codec<ParkedList> {
    private static final long serialVersionUID = 1L;
    private static final ProposalCodec PROPOSAL = new ProposalCodec();

    public ParkedListCodec() {
        super(ParkedList.class, 3);
    }

    @Override
    protected void writeFields(ParkedList value, DataOutputView out) throws IOException {
        Fields.writeList(value.proposals(), out, PROPOSAL::write);
    }

    @Override
    protected ParkedList readFields(int version, DataInputView in) throws IOException {
        return new ParkedList(Fields.readList(in, PROPOSAL::read));
    }
}
