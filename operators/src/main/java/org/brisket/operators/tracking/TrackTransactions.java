package org.brisket.operators.tracking;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.brisket.operators.metrics.StepMetrics;
import org.brisket.operators.output.OutputRecords;
import org.brisket.operators.output.OutputTopics;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.submission.OutboundRecord;
import org.brisket.state.header.ChainNews;
import org.brisket.state.query.Answers;
import org.brisket.state.query.LedgerCommand;
import org.brisket.state.query.LedgerCommandCodec;
import org.brisket.state.query.LedgerQuery;
import org.brisket.state.query.StateAnswer;
import org.brisket.state.query.TrackerCommand;
import org.brisket.state.query.TransactionQuery;
import org.brisket.state.tracking.BestChain;
import org.brisket.state.tracking.FlinkTrackingStore;
import org.brisket.state.tracking.NetworkObservation;
import org.brisket.state.tracking.StepTrackingStore;
import org.brisket.state.tracking.Tracker;
import org.brisket.state.tracking.TrackingSettings;

/**
 * The transaction of the current key: decisions and news in, records and ledger orders out. The
 * chain's tip is known in every subtask.
 *
 * <p>A confirmed transaction looks at the tip when its timer fires; a new block alone costs nothing
 * but the tip's update. A reorganisation reads every transaction that the subtask tracks, once, and
 * writes those whose block is gone; nothing else is done meanwhile. That is some microseconds for
 * each, at a rare event.
 */
public final class TrackTransactions
        extends KeyedBroadcastProcessFunction<Txid, TrackerCommand, ChainNews, OutboundRecord> {
    private static final long serialVersionUID = 1L;

    public static final OutputTag<LedgerCommand> TO_LEDGERS =
            new OutputTag<>("ledger-commands", new LedgerCommandCodec().typeInfo());

    private final OutputTopics topics;
    private final TrackingSettings settings;
    private transient StepTrackingStore store;
    private transient OutputRecords records;
    private transient TrackingMetrics metrics;

    public TrackTransactions(OutputTopics topics, TrackingSettings settings) {
        this.topics = topics;
        this.settings = settings;
    }

    /** What the broadcast input keeps. */
    public static List<MapStateDescriptor<?, ?>> chainStates() {
        return List.of(ChainTip.state(), ChainRoots.state());
    }

    @Override
    public void open(OpenContext context) {
        metrics = new TrackingMetrics(StepMetrics.of(getRuntimeContext()));
        store =
                new StepTrackingStore(
                        new WatchedTrackingStore(
                                new FlinkTrackingStore(getRuntimeContext()), metrics));
        records = new OutputRecords(topics);
    }

    @Override
    public void processElement(
            TrackerCommand command, ReadOnlyContext context, Collector<OutboundRecord> out) {
        store.step(() -> handle(command, context, out));
    }

    private void handle(
            TrackerCommand command, ReadOnlyContext context, Collector<OutboundRecord> out) {
        if (command instanceof TrackerCommand.Decided decided) {
            long now = context.timerService().currentProcessingTime();
            tracker(context, out).decide(decided.decision(), now);
        } else if (command instanceof TrackerCommand.Heard heard) {
            hear(heard.observation(), context, out);
        } else if (command instanceof TrackerCommand.Question question) {
            answer(question.query(), context, out);
        }
    }

    private void answer(
            TransactionQuery query, ReadOnlyContext context, Collector<OutboundRecord> out) {
        StateAnswer.OfTracker answer = Answers.of(query, store);
        out.collect(records.answer(answer));
        for (LedgerQuery onward : Answers.onward(query, answer)) {
            context.output(TO_LEDGERS, new LedgerCommand.Question(onward));
        }
    }

    private void hear(
            NetworkObservation observation,
            ReadOnlyContext context,
            Collector<OutboundRecord> out) {
        long now = context.timerService().currentProcessingTime();
        tracker(context, out).observe(observation, now);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<OutboundRecord> out) {
        store.step(() -> tracker(context, out).remind(context.getCurrentKey(), timestamp));
    }

    @Override
    public void processBroadcastElement(
            ChainNews news, Context context, Collector<OutboundRecord> out) throws Exception {
        ChainTip.put(news.tipHeight(), context.getBroadcastState(ChainTip.state()));
        ChainRoots.put(
                news, settings.finality().depth(), context.getBroadcastState(ChainRoots.state()));
        if (news.reorganisedFrom().isPresent()) {
            reorganise(news.reorganisedFrom().get(), context, out);
        }
    }

    private void reorganise(long fromHeight, Context context, Collector<OutboundRecord> out)
            throws Exception {
        long now = context.currentProcessingTime();
        Tracker tracker =
                tracker(
                        out,
                        command -> context.output(TO_LEDGERS, command),
                        TrackTransactions::refuseReminder,
                        chain(
                                context.getBroadcastState(ChainTip.state()),
                                context.getBroadcastState(ChainRoots.state())));
        context.applyToKeyedState(
                FlinkTrackingStore.transactions(),
                (txid, state) -> store.step(() -> tracker.reorganise(txid, fromHeight, now)));
    }

    private static void refuseReminder(long millis) {
        throw new IllegalStateException("a reorganisation sets no reminder, but one for " + millis);
    }

    private Tracker tracker(ReadOnlyContext context, Collector<OutboundRecord> out) {
        return tracker(
                out,
                command -> context.output(TO_LEDGERS, command),
                millis -> context.timerService().registerProcessingTimeTimer(millis),
                chain(
                        context.getBroadcastState(ChainTip.state()),
                        context.getBroadcastState(ChainRoots.state())));
    }

    private static BestChain chain(
            ReadOnlyBroadcastState<Integer, Long> tip,
            ReadOnlyBroadcastState<Long, MerkleRoot> roots) {
        return new BestChain(ChainTip.of(tip), height -> ChainRoots.at(height, roots));
    }

    private Tracker tracker(
            Collector<OutboundRecord> out,
            Consumer<LedgerCommand> commands,
            LongConsumer reminders,
            BestChain chain) {
        FlinkTrackingEffects effects =
                new FlinkTrackingEffects(
                        records, topics.decisions(), out, commands, reminders, metrics);
        return new Tracker(store, effects, settings, chain);
    }
}
