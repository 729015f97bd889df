package org.brisket.job.audit.flink;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.state.api.functions.KeyedStateReaderFunction;
import org.apache.flink.util.Collector;
import org.brisket.job.audit.AuditRecord;
import org.brisket.protocol.hash.Txid;
import org.brisket.state.coordination.Ballot;
import org.brisket.state.coordination.FlinkBallotStore;

/** The open ballots of the savepoint. */
final class ReadBallots extends KeyedStateReaderFunction<Txid, AuditRecord> {
    private static final long serialVersionUID = 1L;

    private transient FlinkBallotStore store;

    @Override
    public void open(OpenContext context) {
        store = new FlinkBallotStore(getRuntimeContext());
    }

    @Override
    public void readKey(Txid txid, Context context, Collector<AuditRecord> out) {
        out.collect(new AuditRecord.Nothing());
        for (Ballot ballot : store.all()) {
            boolean objected = ballot.objection().isPresent();
            out.collect(new AuditRecord.Voted(txid, objected, ballot.verdicts()));
        }
    }
}
