package org.brisket.state.coordination;

import java.io.IOException;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.state.codec.Codec;
import org.brisket.state.codec.Fields;
import org.brisket.state.ledger.AncestorVerdictFields;
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
    private static final int ANCESTOR = 5;
    private static final int POLL = 6;

    public DecisionCodec() {
        super(Decision.class, 4);
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
                            version < 3 ? List.of() : Fields.readList(in, Fields::readTxid),
                            Fields.readList(in, Fields::readBytes));
            case ABORT ->
                    new Decision.Abort(
                            TicketFields.readTicket(in),
                            Fields.readList(in, LedgerVerdictFields.reader(version)),
                            AncestorVerdictFields.readAll(version, in),
                            Fields.readOptional(in, Fields::readTxid),
                            RecordFields.readRecord(in));
            case REPEAT ->
                    new Decision.Repeat(
                            TicketFields.readTicket(in),
                            Fields.readList(in, LedgerVerdictFields.reader(version)));
            case ROLLBACK -> new Decision.Rollback(Fields.readTxid(in), Fields.readTxid(in));
            case ANCESTOR ->
                    new Decision.Ancestor(
                            TicketFields.readTicket(in),
                            Fields.readList(in, LedgerVerdictFields.reader(version)));
            case POLL ->
                    new Decision.Poll(Fields.readTxid(in), Fields.readList(in, Fields::readBytes));
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
                Fields.writeList(decision.alongside(), out, Fields::writeTxid);
                Fields.writeList(decision.transactions(), out, Fields::writeBytes);
            };
        }

        @Override
        public Write abort(Decision.Abort decision) {
            return () -> {
                out.writeByte(ABORT);
                TicketFields.writeTicket(decision.ticket(), out);
                Fields.writeList(decision.verdicts(), out, LedgerVerdictFields::write);
                AncestorVerdictFields.writeAll(decision.ancestors(), out);
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

        @Override
        public Write ancestor(Decision.Ancestor decision) {
            return () -> {
                out.writeByte(ANCESTOR);
                TicketFields.writeTicket(decision.ticket(), out);
                Fields.writeList(decision.verdicts(), out, LedgerVerdictFields::write);
            };
        }

        @Override
        public Write poll(Decision.Poll decision) {
            return () -> {
                out.writeByte(POLL);
                Fields.writeTxid(decision.txid(), out);
                Fields.writeList(decision.transactions(), out, Fields::writeBytes);
            };
        }
    }
}
