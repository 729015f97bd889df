package org.brisket.operators.header;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.brisket.operators.SerializableFactory;
import org.brisket.operators.metrics.Metric;
import org.brisket.operators.metrics.StepMetrics;
import org.brisket.protocol.header.HeaderReport;
import org.brisket.state.header.ChainNews;
import org.brisket.state.header.ChainNewsCodec;
import org.brisket.state.header.ChainUpdate;
import org.brisket.state.header.ChainView;
import org.brisket.state.header.HeaderKeeper;
import org.brisket.state.header.StoredChain;
import org.brisket.state.header.StoredChainCodec;

/**
 * Keeps the header chain, in one subtask only: everybody else gets its changes in the same order,
 * and so the same chain. Each checkpoint holds the whole chain, 80 bytes a header.
 */
public final class KeepHeaders extends ProcessFunction<HeaderReport, ChainUpdate>
        implements CheckpointedFunction {
    /** That the tip moved, for whoever tracks transactions. */
    public static final OutputTag<ChainNews> NEWS =
            new OutputTag<>("chain-news", new ChainNewsCodec().typeInfo());

    private static final long serialVersionUID = 1L;

    private final SerializableFactory<HeaderKeeper> keepers;
    private transient HeaderKeeper keeper;
    private transient ListState<StoredChain> stored;
    private transient long tipTold;
    private transient volatile long tipSince;
    private transient Counter deepReorganisations;

    public KeepHeaders(SerializableFactory<HeaderKeeper> keepers) {
        this.keepers = keepers;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        keeper = keepers.create();
        stored =
                context.getOperatorStateStore()
                        .getListState(
                                new ListStateDescriptor<>(
                                        "header-chain", new StoredChainCodec().typeInfo()));
        for (StoredChain chain : stored.get()) {
            keeper.restore(chain);
        }
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        stored.update(List.of(keeper.stored()));
    }

    @Override
    public void open(OpenContext context) {
        tipTold = -1;
        tipSince = System.currentTimeMillis();
        register(StepMetrics.of(getRuntimeContext()));
    }

    private void register(StepMetrics metrics) {
        deepReorganisations = metrics.counter(Metric.DEEP_REORGANISATIONS);
        metrics.gauge(Metric.HEADERS_REFUSED, () -> keeper.refused());
        metrics.gauge(Metric.HEADERS_ORPHANED, () -> keeper.orphaned());
        metrics.gauge(Metric.CHAIN_REORGANISATIONS, () -> keeper.reorganisations());
        metrics.gauge(
                Metric.CHAIN_TIP_HEIGHT, () -> keeper.view().map(ChainView::tipHeight).orElse(-1L));
        metrics.gauge(
                Metric.CHAIN_TIP_AGE_SECONDS,
                () -> MILLISECONDS.toSeconds(System.currentTimeMillis() - tipSince));
        metrics.gauge(
                Metric.CHAIN_IN_STEP,
                () -> keeper.view().map(ChainView::inStep).orElse(false) ? 1 : 0);
    }

    @Override
    public void processElement(HeaderReport report, Context context, Collector<ChainUpdate> out) {
        long nowSeconds = context.timerService().currentProcessingTime() / 1000;
        keeper.take(report, nowSeconds)
                .ifPresent(
                        update -> {
                            out.collect(update);
                            tell(update, context);
                        });
    }

    private void tell(ChainUpdate update, Context context) {
        long tip = update.view().tipHeight();
        if (update.reorganisedFrom().filter(from -> tipTold - from >= 1).isPresent()) {
            deepReorganisations.inc();
        }
        if (tip != tipTold || update.reorganisedFrom().isPresent()) {
            tipTold = tip;
            tipSince = context.timerService().currentProcessingTime();
            context.output(NEWS, new ChainNews(tip, update.reorganisedFrom()));
        }
    }
}
