package org.brisket.state.ledger;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.state.codec.Codec;
import org.brisket.state.codec.Fields;
import org.brisket.state.submission.TicketFields;

/** The bytes of a {@link Proposal}. */
public final class ProposalCodec extends Codec<Proposal> {
    private static final long serialVersionUID = 1L;

    public ProposalCodec() {
        super(Proposal.class, 1);
    }

    @Override
    protected void writeFields(Proposal value, DataOutputView out) throws IOException {
        TicketFields.writeTicket(value.ticket(), out);
        Fields.writeText(value.ledger(), out);
        Fields.writeBytes(value.extendedTransaction(), out);
        Fields.writeBytes(value.offChainValues(), out);
        Fields.writeOptional(value.payload(), out, TicketFields::writePayload);
    }

    @Override
    protected Proposal readFields(int version, DataInputView in) throws IOException {
        return new Proposal(
                TicketFields.readTicket(in),
                Fields.readText(in),
                Fields.readBytes(in),
                Fields.readBytes(in),
                Fields.readOptional(in, TicketFields::readPayload));
    }
}
