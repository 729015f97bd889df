package org.brisket.job.audit.flink;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.brisket.job.audit.AuditRecord;
import org.brisket.job.audit.LedgerReplay;
import org.brisket.job.audit.ReplayEntry;

/**
 * Replays one ledger after the other. In batch execution the records of a key come in one run, in
 * the order of their timestamps, and its timers fire after the last.
 */
final class ReplayLedgers extends KeyedProcessFunction<String, AuditRecord, AuditRecord> {
    private static final long serialVersionUID = 1L;

    private transient Accumulators accumulators;
    private transient LedgerReplay current;

    @Override
    public void open(OpenContext context) {
        accumulators = new Accumulators(getRuntimeContext());
    }

    @Override
    public void processElement(AuditRecord entry, Context context, Collector<AuditRecord> out) {
        if (current == null) {
            context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
            current =
                    new LedgerReplay(context.getCurrentKey(), accumulators.reportTo(out::collect));
        }
        current.add((ReplayEntry) entry);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<AuditRecord> out) {
        current.finish();
        current = null;
    }
}
