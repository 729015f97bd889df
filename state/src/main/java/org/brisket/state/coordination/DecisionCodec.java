package org.brisket.state.coordination;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.state.codec.Codec;
import org.brisket.state.codec.Fields;
import org.brisket.state.ledger.LedgerVerdictFields;
import org.brisket.state.submission.RecordFields;
import org.brisket.state.submission.TicketFields;

/**
 * The bytes of a {@link Decision}: a kind byte, then its fields. They are also the value of the
 * decisions topic.
 */
public final class DecisionCodec extends Codec<Decision> {
    private static final long serialVersionUID = 1L;
    private static final int COMMIT = 1;
    private static final int ABORT = 2;
    private static final int REPEAT = 3;
    private static final int ROLLBACK = 4;

    public DecisionCodec() {
        super(Decision.class, 3);
    }

    @Override
    protected void writeFields(Decision value, DataOutputView out) throws IOException {
        value.read(new DecisionWriter(out)).run();
    }

    @Override
    protected Decision readFields(int version, DataInputView in) throws IOException {
        int kind = in.readUnsignedByte();
        return switch (kind) {
            case COMMIT ->
                    new Decision.Commit(
                            TicketFields.readTicket(in),
                            Fields.readList(in, LedgerVerdictFields.reader(version)),
                            Fields.readList(in, Fields::readBytes));
            case ABORT ->
                    new Decision.Abort(
                            TicketFields.readTicket(in),
                            Fields.readList(in, LedgerVerdictFields.reader(version)),
                            Fields.readOptional(in, Fields::readTxid),
                            RecordFields.readRecord(in));
            case REPEAT ->
                    new Decision.Repeat(
                            TicketFields.readTicket(in),
                            Fields.readList(in, LedgerVerdictFields.reader(version)));
            case ROLLBACK -> new Decision.Rollback(Fields.readTxid(in), Fields.readTxid(in));
            default -> throw new IOException("decision of unknown kind " + kind);
        };
    }

    /** A write that may fail, made by one case of the reader and run outside of it. */
    private interface Write {
        void run() throws IOException;
    }

    private record DecisionWriter(DataOutputView out) implements Decision.Reader<Write> {
        @Override
        public Write commit(Decision.Commit decision) {
            return () -> {
                out.writeByte(COMMIT);
                TicketFields.writeTicket(decision.ticket(), out);
                Fields.writeList(decision.verdicts(), out, LedgerVerdictFields::write);
                Fields.writeList(decision.transactions(), out, Fields::writeBytes);
            };
        }

        @Override
        public Write abort(Decision.Abort decision) {
            return () -> {
                out.writeByte(ABORT);
                TicketFields.writeTicket(decision.ticket(), out);
                Fields.writeList(decision.verdicts(), out, LedgerVerdictFields::write);
                Fields.writeOptional(decision.undoneParent(), out, Fields::writeTxid);
                RecordFields.writeRecord(decision.source(), out);
            };
        }

        @Override
        public Write repeat(Decision.Repeat decision) {
            return () -> {
                out.writeByte(REPEAT);
                TicketFields.writeTicket(decision.ticket(), out);
                Fields.writeList(decision.verdicts(), out, LedgerVerdictFields::write);
            };
        }

        @Override
        public Write rollback(Decision.Rollback decision) {
            return () -> {
                out.writeByte(ROLLBACK);
                Fields.writeTxid(decision.txid(), out);
                Fields.writeTxid(decision.cause(), out);
            };
        }
    }
}
