package org.brisket.state.ledger;

import java.io.IOException;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.state.codec.Fields;

/** Verdicts on ancestors as a part of stored values, which have them from version 3 on. */
public final class AncestorVerdictFields {
    private static final int FIRST_VERSION = 3;

    private AncestorVerdictFields() {}

    public static void writeAll(List<AncestorVerdict> values, DataOutputView out)
            throws IOException {
        Fields.writeList(values, out, AncestorVerdictFields::write);
    }

    private static void write(AncestorVerdict value, DataOutputView out) throws IOException {
        Fields.writeTxid(value.txid(), out);
        LedgerVerdictFields.write(value.verdict(), out);
    }

    public static List<AncestorVerdict> readAll(int version, DataInputView in) throws IOException {
        if (version < FIRST_VERSION) {
            return List.of();
        }
        Fields.Reader<LedgerVerdict> verdicts = LedgerVerdictFields.reader(version);
        return Fields.readList(
                in, each -> new AncestorVerdict(Fields.readTxid(each), verdicts.read(each)));
    }
}
