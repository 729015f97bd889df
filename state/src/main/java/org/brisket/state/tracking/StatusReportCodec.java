package org.brisket.state.tracking;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.protocol.broadcast.BroadcastOutcome;
import org.brisket.protocol.broadcast.StatusReport;
import org.brisket.state.codec.Codec;
import org.brisket.state.codec.Fields;
import org.brisket.state.store.BlockProofFields;

/** The bytes of a {@link StatusReport}. */
public final class StatusReportCodec extends Codec<StatusReport> {
    private static final long serialVersionUID = 1L;

    public StatusReportCodec() {
        super(StatusReport.class, 1);
    }

    @Override
    protected void writeFields(StatusReport value, DataOutputView out) throws IOException {
        Fields.writeTxid(value.txid(), out);
        Fields.writeList(value.outcome().answers(), out, AnswerFields::write);
        Fields.writeList(value.paths(), out, BlockProofFields::writePath);
    }

    @Override
    protected StatusReport readFields(int version, DataInputView in) throws IOException {
        return new StatusReport(
                new BroadcastOutcome(Fields.readTxid(in), Fields.readList(in, AnswerFields::read)),
                Fields.readList(in, BlockProofFields::readPath));
    }
}
