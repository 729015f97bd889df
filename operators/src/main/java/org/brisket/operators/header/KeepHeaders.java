package org.brisket.operators.header;

import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.brisket.operators.SerializableFactory;
import org.brisket.operators.metrics.StepMetrics;
import org.brisket.protocol.header.HeaderReport;
import org.brisket.state.header.ChainNews;
import org.brisket.state.header.ChainNewsCodec;
import org.brisket.state.header.ChainUpdate;
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
    private transient HeaderMetrics metrics;

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
        metrics = new HeaderMetrics(StepMetrics.of(getRuntimeContext()), keeper);
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
        if (tip != tipTold || update.reorganisedFrom().isPresent()) {
            tipTold = tip;
            metrics.moved(tip, update.reorganisedFrom());
            context.output(NEWS, new ChainNews(tip, update.reorganisedFrom(), update.roots()));
        }
    }
}
