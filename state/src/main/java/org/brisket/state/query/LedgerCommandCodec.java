package org.brisket.state.query;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.state.codec.Codec;
import org.brisket.state.ledger.LedgerOrderCodec;

/** The bytes of a {@link LedgerCommand}: a kind byte, then the order or the query. */
public final class LedgerCommandCodec extends Codec<LedgerCommand> {
    private static final long serialVersionUID = 1L;
    private static final LedgerOrderCodec ORDERS = new LedgerOrderCodec();
    private static final LedgerQueryCodec QUERIES = new LedgerQueryCodec();
    private static final int ORDER = 1;
    private static final int QUESTION = 2;

    public LedgerCommandCodec() {
        super(LedgerCommand.class, 1);
    }

    @Override
    protected void writeFields(LedgerCommand value, DataOutputView out) throws IOException {
        if (value instanceof LedgerCommand.Order order) {
            out.writeByte(ORDER);
            ORDERS.write(order.order(), out);
        } else if (value instanceof LedgerCommand.Question question) {
            out.writeByte(QUESTION);
            QUERIES.write(question.query(), out);
        } else {
            throw new IllegalStateException("no codec for " + value.getClass());
        }
    }

    @Override
    protected LedgerCommand readFields(int version, DataInputView in) throws IOException {
        int kind = in.readUnsignedByte();
        return switch (kind) {
            case ORDER -> new LedgerCommand.Order(ORDERS.read(in));
            case QUESTION -> new LedgerCommand.Question(QUERIES.read(in));
            default -> throw new IOException("ledger command of unknown kind " + kind);
        };
    }
}
