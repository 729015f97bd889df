package org.brisket.job.audit.flink;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.brisket.job.audit.AuditRecord;
import org.brisket.job.audit.TransactionAudit;
import org.brisket.protocol.hash.Txid;

/**
 * Audits one transaction after the other. In batch execution all records of a key come in one run,
 * and its timers fire after the last: a field is enough to hold the transaction in hand.
 */
final class AuditTransactions extends KeyedProcessFunction<Txid, AuditRecord, AuditRecord> {
    private static final long serialVersionUID = 1L;

    private final boolean withLog;
    private transient Accumulators accumulators;
    private transient TransactionAudit current;

    AuditTransactions(boolean withLog) {
        this.withLog = withLog;
    }

    @Override
    public void open(OpenContext context) {
        accumulators = new Accumulators(getRuntimeContext());
    }

    @Override
    public void processElement(AuditRecord fact, Context context, Collector<AuditRecord> out) {
        if (current == null) {
            context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
            current =
                    new TransactionAudit(
                            context.getCurrentKey(), withLog, accumulators.reportTo(out::collect));
        }
        current.add((AuditRecord.Fact) fact);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<AuditRecord> out) {
        current.finish(out::collect);
        current = null;
    }
}
