package org.brisket.state.tracking;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.protocol.broadcast.AnswerKind;
import org.brisket.protocol.broadcast.EndpointAnswer;
import org.brisket.state.codec.Fields;

/** Endpoint answers as a part of stored values; the kind by its name. */
final class AnswerFields {
    private AnswerFields() {}

    static void write(EndpointAnswer value, DataOutputView out) throws IOException {
        Fields.writeText(value.endpoint(), out);
        Fields.writeText(value.kind().name(), out);
        Fields.writeText(value.status(), out);
        out.writeInt(value.code());
        Fields.writeText(value.detail(), out);
        Fields.writeList(value.competing(), out, Fields::writeTxid);
    }

    static EndpointAnswer read(DataInputView in) throws IOException {
        return new EndpointAnswer(
                Fields.readText(in),
                AnswerKind.valueOf(Fields.readText(in)),
                Fields.readText(in),
                in.readInt(),
                Fields.readText(in),
                Fields.readList(in, Fields::readTxid));
    }
}
