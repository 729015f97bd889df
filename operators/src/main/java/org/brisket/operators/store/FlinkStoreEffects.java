package org.brisket.operators.store;

import java.util.Optional;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;
import org.brisket.operators.output.OutputRecords;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.submission.OutboundRecord;
import org.brisket.state.store.BlockProof;
import org.brisket.state.store.BroughtTransaction;
import org.brisket.state.store.RawTransaction;
import org.brisket.state.store.StoreEffects;

/** Writes effects as records of the output topics, and counts them. */
record FlinkStoreEffects(
        OutputRecords records, Collector<OutboundRecord> out, Counter stored, Counter proofs)
        implements StoreEffects {

    @Override
    public void stored(Txid txid, RawTransaction raw, Optional<BlockProof> proof) {
        stored.inc();
        out.collect(records.transaction(new BroughtTransaction(txid, raw, proof)));
    }

    @Override
    public void proven(Txid txid, BlockProof proof) {
        proofs.inc();
        out.collect(records.proof(txid, proof));
    }
}
