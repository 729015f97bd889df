package org.brisket.state.submission;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.state.codec.Fields;

/** Tickets and payloads as parts of stored values. */
public final class TicketFields {
    private TicketFields() {}

    public static void writeTicket(SubmissionTicket value, DataOutputView out) throws IOException {
        Fields.writeText(value.submissionId(), out);
        RecordFields.writePosition(value.position(), out);
        Fields.writeTxid(value.txid(), out);
        Fields.writeLength(value.ledgerCount(), out);
        out.writeBoolean(value.together());
        out.writeBoolean(value.broadcast());
        out.writeLong(value.minedAtHeight());
    }

    public static SubmissionTicket readTicket(DataInputView in) throws IOException {
        return new SubmissionTicket(
                Fields.readText(in),
                RecordFields.readPosition(in),
                Fields.readTxid(in),
                Fields.readLength(in),
                in.readBoolean(),
                in.readBoolean(),
                in.readLong());
    }

    public static void writePayload(SubmissionPayload value, DataOutputView out)
            throws IOException {
        Fields.writeList(value.ancestors(), out, Fields::writeBytes);
        RecordFields.writeRecord(value.source(), out);
    }

    public static SubmissionPayload readPayload(DataInputView in) throws IOException {
        return new SubmissionPayload(
                Fields.readList(in, Fields::readBytes), RecordFields.readRecord(in));
    }
}
