package org.brisket.job.audit.flink;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.state.api.functions.KeyedStateReaderFunction;
import org.apache.flink.util.Collector;
import org.brisket.job.audit.AuditRecord;
import org.brisket.protocol.hash.Txid;
import org.brisket.state.tracking.FlinkTrackingStore;

/** The tracked transactions of the savepoint. */
final class ReadTracked extends KeyedStateReaderFunction<Txid, AuditRecord> {
    private static final long serialVersionUID = 1L;

    private transient FlinkTrackingStore store;

    @Override
    public void open(OpenContext context) {
        store = new FlinkTrackingStore(getRuntimeContext());
    }

    @Override
    public void readKey(Txid txid, Context context, Collector<AuditRecord> out) {
        out.collect(
                store.transaction()
                        .<AuditRecord>map(found -> new AuditRecord.Tracked(txid, found))
                        .orElseGet(AuditRecord.Nothing::new));
    }
}
