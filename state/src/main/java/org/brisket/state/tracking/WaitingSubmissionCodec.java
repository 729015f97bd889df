package org.brisket.state.tracking;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.state.codec.Codec;
import org.brisket.state.codec.Fields;
import org.brisket.state.ledger.LedgerVerdictFields;
import org.brisket.state.submission.TicketFields;

/** The bytes of a {@link WaitingSubmission}. */
public final class WaitingSubmissionCodec extends Codec<WaitingSubmission> {
    private static final long serialVersionUID = 1L;

    public WaitingSubmissionCodec() {
        super(WaitingSubmission.class, 3);
    }

    @Override
    protected void writeFields(WaitingSubmission value, DataOutputView out) throws IOException {
        TicketFields.writeTicket(value.ticket(), out);
        Fields.writeList(value.verdicts(), out, LedgerVerdictFields::write);
    }

    @Override
    protected WaitingSubmission readFields(int version, DataInputView in) throws IOException {
        return new WaitingSubmission(
                TicketFields.readTicket(in),
                Fields.readList(in, LedgerVerdictFields.reader(version)));
    }
}
