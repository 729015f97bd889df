package org.brisket.operators.ledger;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.brisket.state.ledger.FlinkLedgerStore;
import org.brisket.state.ledger.Ledger;
import org.brisket.state.ledger.LedgerMessage;
import org.brisket.state.ledger.LedgerOrder;
import org.brisket.state.ledger.LedgerRules;
import org.brisket.state.ledger.LedgerRulesByKind;
import org.brisket.state.ledger.LedgerStore;
import org.brisket.state.ledger.Proposal;
import org.brisket.state.ledger.StepBudget;

/** The ledger of the current key: proposals in, votes out, orders carried out. */
public final class ApplyToLedger
        extends KeyedCoProcessFunction<String, Proposal, LedgerOrder, LedgerMessage> {
    private static final long serialVersionUID = 1L;

    private transient LedgerStore store;
    private transient LedgerRules rules;

    @Override
    public void open(OpenContext context) {
        store = new FlinkLedgerStore(getRuntimeContext());
        rules = LedgerRulesByKind.discover(getRuntimeContext().getUserCodeClassLoader());
    }

    @Override
    public void processElement1(Proposal proposal, Context context, Collector<LedgerMessage> out) {
        ledger(context, out).propose(proposal);
    }

    @Override
    public void processElement2(LedgerOrder order, Context context, Collector<LedgerMessage> out) {
        ledger(context, out).order(order);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<LedgerMessage> out) {
        ledger(context, out).goOn();
    }

    private Ledger ledger(Context context, Collector<LedgerMessage> out) {
        TimerService timers = context.timerService();
        // At once would be in the same call, before the next barrier or proposal.
        Runnable soon =
                () -> timers.registerProcessingTimeTimer(timers.currentProcessingTime() + 1);
        return new Ledger(
                context.getCurrentKey(), rules, store, out::collect, StepBudget.DEFAULT, soon);
    }
}
