package org.brisket.state.coordination;

import java.io.IOException;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.state.codec.Codec;
import org.brisket.state.codec.Fields;
import org.brisket.state.ledger.AncestorVerdictFields;
import org.brisket.state.ledger.LedgerVerdictFields;
import org.brisket.state.submission.TicketFields;

/** The bytes of a {@link Ballot}. */
public final class BallotCodec extends Codec<Ballot> {
    private static final long serialVersionUID = 1L;

    public BallotCodec() {
        super(Ballot.class, 4);
    }

    @Override
    protected void writeFields(Ballot value, DataOutputView out) throws IOException {
        TicketFields.writeTicket(value.ticket(), out);
        Fields.writeList(value.verdicts(), out, LedgerVerdictFields::write);
        AncestorVerdictFields.writeAll(value.ancestors(), out);
        Fields.writeBytes(value.extendedTransaction(), out);
        Fields.writeOptional(value.payload(), out, TicketFields::writePayload);
        Fields.writeOptional(value.objection(), out, Fields::writeTxid);
        Fields.writeList(value.voters(), out, Fields::writeText);
    }

    @Override
    protected Ballot readFields(int version, DataInputView in) throws IOException {
        return new Ballot(
                TicketFields.readTicket(in),
                Fields.readList(in, LedgerVerdictFields.reader(version)),
                AncestorVerdictFields.readAll(version, in),
                Fields.readBytes(in),
                Fields.readOptional(in, TicketFields::readPayload),
                Fields.readOptional(in, Fields::readTxid),
                version > 3 ? Fields.readList(in, Fields::readText) : List.of());
    }
}
