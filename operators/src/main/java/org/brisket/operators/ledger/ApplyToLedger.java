package org.brisket.operators.ledger;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.brisket.operators.metrics.StepMetrics;
import org.brisket.operators.output.OutputRecords;
import org.brisket.operators.output.OutputTopics;
import org.brisket.protocol.submission.OutboundRecord;
import org.brisket.state.ledger.FlinkLedgerStore;
import org.brisket.state.ledger.Ledger;
import org.brisket.state.ledger.LedgerMessage;
import org.brisket.state.ledger.LedgerRules;
import org.brisket.state.ledger.LedgerRulesByKind;
import org.brisket.state.ledger.LedgerStore;
import org.brisket.state.ledger.Proposal;
import org.brisket.state.ledger.StepBudget;
import org.brisket.state.query.Answers;
import org.brisket.state.query.LedgerCommand;
import org.brisket.state.submission.OutboundRecordCodec;

/** The ledger of the current key: proposals in, votes out, orders carried out, queries answered. */
public final class ApplyToLedger
        extends KeyedCoProcessFunction<String, Proposal, LedgerCommand, LedgerMessage> {
    private static final long serialVersionUID = 1L;

    /** What the ledger says to queries. */
    public static final OutputTag<OutboundRecord> ANSWERS =
            new OutputTag<>("ledger-answers", new OutboundRecordCodec().typeInfo());

    private final OutputTopics topics;

    private transient LedgerStore store;
    private transient LedgerRules rules;
    private transient OutputRecords records;
    private transient LedgerMetrics metrics;

    public ApplyToLedger(OutputTopics topics) {
        this.topics = topics;
    }

    @Override
    public void open(OpenContext context) {
        metrics = new LedgerMetrics(StepMetrics.of(getRuntimeContext()));
        store = new WatchedLedgerStore(new FlinkLedgerStore(getRuntimeContext()), metrics);
        records = new OutputRecords(topics);
        rules = LedgerRulesByKind.discover(getRuntimeContext().getUserCodeClassLoader());
    }

    @Override
    public void processElement1(Proposal proposal, Context context, Collector<LedgerMessage> out) {
        long start = System.nanoTime();
        ledger(context, out).propose(proposal);
        metrics.proposed(start);
    }

    @Override
    public void processElement2(
            LedgerCommand command, Context context, Collector<LedgerMessage> out) {
        if (command instanceof LedgerCommand.Order order) {
            long start = System.nanoTime();
            ledger(context, out).order(order.order());
            metrics.ordered(order.order().kind(), start);
        } else if (command instanceof LedgerCommand.Question question) {
            metrics.enter(context.getCurrentKey());
            context.output(ANSWERS, records.answer(Answers.of(question.query(), store)));
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<LedgerMessage> out) {
        ledger(context, out).goOn();
    }

    private Ledger ledger(Context context, Collector<LedgerMessage> out) {
        TimerService timers = context.timerService();
        metrics.enter(context.getCurrentKey());
        // At once would be in the same call, before the next barrier or proposal.
        Runnable soon =
                () -> timers.registerProcessingTimeTimer(timers.currentProcessingTime() + 1);
        return new Ledger(
                context.getCurrentKey(),
                rules,
                store,
                metrics.counted(out),
                StepBudget.DEFAULT,
                soon);
    }
}
