package org.brisket.state.ledger;

import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.state.codec.Fields;

/** The content of a coin as a part of stored values. */
final class CoinContentFields {
    private CoinContentFields() {}

    static void write(CoinContent value, DataOutputView out) throws IOException {
        Fields.writeText(value.asset(), out);
        out.writeLong(value.amount());
        Fields.writeBytes(value.owner().toByteArray(), out);
        Fields.writeLength(value.attributes().size(), out);
        for (Map.Entry<String, String> attribute : value.attributes().entrySet()) {
            Fields.writeText(attribute.getKey(), out);
            Fields.writeText(attribute.getValue(), out);
        }
    }

    static CoinContent read(DataInputView in) throws IOException {
        return new CoinContent(
                Fields.readText(in),
                in.readLong(),
                ByteSlice.of(Fields.readBytes(in)),
                readAttributes(in));
    }

    private static SortedMap<String, String> readAttributes(DataInputView in) throws IOException {
        SortedMap<String, String> attributes = new TreeMap<>();
        for (int rest = Fields.readLength(in); rest > 0; rest--) {
            attributes.put(Fields.readText(in), Fields.readText(in));
        }
        return attributes;
    }
}
