package org.brisket.operators.tracking;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.brisket.operators.output.OutputRecords;
import org.brisket.operators.output.OutputTopics;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.submission.OutboundRecord;
import org.brisket.state.coordination.Decision;
import org.brisket.state.query.Answers;
import org.brisket.state.query.LedgerCommand;
import org.brisket.state.query.LedgerCommandCodec;
import org.brisket.state.query.LedgerQuery;
import org.brisket.state.query.StateAnswer;
import org.brisket.state.query.TrackerCommand;
import org.brisket.state.query.TransactionQuery;
import org.brisket.state.tracking.FlinkTrackingStore;
import org.brisket.state.tracking.NetworkObservation;
import org.brisket.state.tracking.Phase;
import org.brisket.state.tracking.Tracker;
import org.brisket.state.tracking.TrackingStore;

/** The transaction of the current key: decisions and news in, records and ledger orders out. */
public final class TrackTransactions
        extends KeyedCoProcessFunction<Txid, Decision, TrackerCommand, OutboundRecord> {
    private static final long serialVersionUID = 1L;

    public static final OutputTag<LedgerCommand> TO_LEDGERS =
            new OutputTag<>("ledger-commands", new LedgerCommandCodec().typeInfo());

    private final OutputTopics topics;
    private final long refusalDeadlineMillis;
    private transient TrackingStore store;
    private transient OutputRecords records;
    private transient Counter confirmed;

    public TrackTransactions(OutputTopics topics, long refusalDeadlineMillis) {
        this.topics = topics;
        this.refusalDeadlineMillis = refusalDeadlineMillis;
    }

    @Override
    public void open(OpenContext context) {
        store = new FlinkTrackingStore(getRuntimeContext());
        records = new OutputRecords(topics);
        confirmed = getRuntimeContext().getMetricGroup().counter("transactionsConfirmed");
    }

    @Override
    public void processElement1(Decision decision, Context context, Collector<OutboundRecord> out) {
        long now = context.timerService().currentProcessingTime();
        tracker(context, out).decide(decision, now);
    }

    @Override
    public void processElement2(
            TrackerCommand command, Context context, Collector<OutboundRecord> out) {
        if (command instanceof TrackerCommand.Heard heard) {
            hear(heard.observation(), context, out);
        } else if (command instanceof TrackerCommand.Question question) {
            answer(question.query(), context, out);
        }
    }

    private void answer(TransactionQuery query, Context context, Collector<OutboundRecord> out) {
        StateAnswer.OfTracker answer = Answers.of(query, store);
        out.collect(records.answer(answer));
        for (LedgerQuery onward : Answers.onward(query, answer)) {
            context.output(TO_LEDGERS, new LedgerCommand.Question(onward));
        }
    }

    private void hear(
            NetworkObservation observation, Context context, Collector<OutboundRecord> out) {
        long now = context.timerService().currentProcessingTime();
        boolean mined = observation instanceof NetworkObservation.Mined;
        boolean confirmedBefore = mined && isConfirmed();
        tracker(context, out).observe(observation, now);
        if (mined && !confirmedBefore && isConfirmed()) {
            confirmed.inc();
        }
    }

    private boolean isConfirmed() {
        return store.transaction().filter(t -> t.phase() == Phase.CONFIRMED).isPresent();
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<OutboundRecord> out) {
        tracker(context, out).remind(context.getCurrentKey(), timestamp);
    }

    private Tracker tracker(Context context, Collector<OutboundRecord> out) {
        FlinkTrackingEffects effects =
                new FlinkTrackingEffects(
                        records,
                        out,
                        command -> context.output(TO_LEDGERS, command),
                        millis -> context.timerService().registerProcessingTimeTimer(millis));
        return new Tracker(store, effects, refusalDeadlineMillis);
    }
}
