package org.brisket.operators.proof;

import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.streaming.api.functions.co.BroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.state.header.ChainUpdate;
import org.brisket.state.header.ChainView;
import org.brisket.state.header.FlinkHeaderIndex;
import org.brisket.state.header.NewsTask;
import org.brisket.state.header.OwnAnswer;
import org.brisket.state.header.OwnHeaders;
import org.brisket.state.tracking.NetworkNews;
import org.brisket.state.tracking.NetworkObservation;
import org.brisket.state.tracking.NetworkObservationCodec;

/**
 * Holds the proofs of network events against the own headers. What those confirm or deny is an
 * observation at once; the rest goes on to the trackers.
 */
public final class CheckNewsProofs
        extends BroadcastProcessFunction<NetworkNews, ChainUpdate, NewsTask> {
    public static final OutputTag<NetworkObservation> OBSERVED =
            new OutputTag<>("observed", new NetworkObservationCodec().typeInfo());

    private static final long serialVersionUID = 1L;

    private final MapStateDescriptor<Long, MerkleRoot> roots = FlinkHeaderIndex.roots();
    private final MapStateDescriptor<Integer, ChainView> views = FlinkHeaderIndex.views();

    @Override
    public void processElement(NetworkNews news, ReadOnlyContext context, Collector<NewsTask> out) {
        if (news.proof().isEmpty()) {
            context.output(OBSERVED, Observations.hint(news));
            return;
        }
        RootQuery proof = news.proof().get();
        OwnAnswer answer =
                new OwnHeaders(
                                new FlinkHeaderIndex(
                                        context.getBroadcastState(roots),
                                        context.getBroadcastState(views)))
                        .answer(proof);
        switch (answer) {
            case TRUE -> context.output(OBSERVED, Observations.mined(news, proof));
            case FALSE -> context.output(OBSERVED, Observations.hint(news));
            case ASK, ABOVE_TIP -> out.collect(new NewsTask.Ask(news));
        }
    }

    @Override
    public void processBroadcastElement(
            ChainUpdate update, Context context, Collector<NewsTask> out) {
        new OwnHeaders(
                        new FlinkHeaderIndex(
                                context.getBroadcastState(roots), context.getBroadcastState(views)))
                .apply(update);
        update.reorganisedFrom().ifPresent(from -> out.collect(new NewsTask.Forget(from)));
    }
}
