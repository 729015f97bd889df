package org.brisket.operators.store;

import java.nio.charset.StandardCharsets;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.submission.OutboundRecord;
import org.brisket.state.query.StoreCommand;
import org.brisket.state.query.StoreCommandCodec;

/**
 * Sends admissions by way of the transaction store. It writes all that the change log says of a
 * transaction, so that a proof never stands before the admission.
 */
public final class DivertAdmissions extends ProcessFunction<OutboundRecord, OutboundRecord> {
    private static final long serialVersionUID = 1L;

    public static final OutputTag<StoreCommand> TO_STORE =
            new OutputTag<>("admissions-to-store", new StoreCommandCodec().typeInfo());

    private final String admissionsTopic;

    public DivertAdmissions(String admissionsTopic) {
        this.admissionsTopic = admissionsTopic;
    }

    @Override
    public void processElement(
            OutboundRecord record, Context context, Collector<OutboundRecord> out) {
        if (record.topic().equals(admissionsTopic)) {
            context.output(TO_STORE, new StoreCommand.Publish(txid(record), record));
        } else {
            out.collect(record);
        }
    }

    private static Txid txid(OutboundRecord admission) {
        String key = new String(admission.key(), StandardCharsets.UTF_8);
        try {
            return Txid.fromDisplayHex(key);
        } catch (MalformedException e) {
            throw new IllegalStateException("an admission under the key " + key, e);
        }
    }
}
