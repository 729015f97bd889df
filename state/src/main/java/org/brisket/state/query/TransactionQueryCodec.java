package org.brisket.state.query;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.state.codec.Codec;
import org.brisket.state.codec.Fields;

/**
 * The bytes of a {@link TransactionQuery}: its id and transaction, and the output if it has one.
 */
public final class TransactionQueryCodec extends Codec<TransactionQuery> {
    private static final long serialVersionUID = 1L;

    public TransactionQueryCodec() {
        super(TransactionQuery.class, 1);
    }

    @Override
    protected void writeFields(TransactionQuery value, DataOutputView out) throws IOException {
        writeQuery(value, out);
    }

    @Override
    protected TransactionQuery readFields(int version, DataInputView in) throws IOException {
        return readQuery(in);
    }

    static void writeQuery(TransactionQuery query, DataOutputView out) throws IOException {
        Fields.writeText(query.id(), out);
        Fields.writeTxid(query.txid(), out);
        Fields.writeOptional(query.outpoint(), out, Fields::writeOutpoint);
    }

    static TransactionQuery readQuery(DataInputView in) throws IOException {
        return new TransactionQuery(
                Fields.readText(in),
                Fields.readTxid(in),
                Fields.readOptional(in, Fields::readOutpoint));
    }
}
