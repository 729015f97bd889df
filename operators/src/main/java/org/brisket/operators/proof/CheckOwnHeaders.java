package org.brisket.operators.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.BroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.brisket.operators.SerializableFactory;
import org.brisket.operators.metrics.Metric;
import org.brisket.operators.metrics.StepMetrics;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.spv.RequiredRoots;
import org.brisket.protocol.spv.SpvVerifier;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.state.header.ChainUpdate;
import org.brisket.state.header.ChainView;
import org.brisket.state.header.FlinkHeaderIndex;
import org.brisket.state.header.OwnHeaders;
import org.brisket.state.header.ProofTask;
import org.brisket.state.submission.DecodedSubmission;

/**
 * Holds each merkle root that a submission rests on against the own headers, which costs a map read
 * a root. What they cannot say is left open for the trackers.
 */
public final class CheckOwnHeaders
        extends BroadcastProcessFunction<DecodedSubmission, ChainUpdate, ProofTask> {
    private static final long serialVersionUID = 1L;

    private final SerializableFactory<SpvVerifier> verifiers;
    private final MapStateDescriptor<Long, MerkleRoot> roots = FlinkHeaderIndex.roots();
    private final MapStateDescriptor<Integer, ChainView> views = FlinkHeaderIndex.views();
    private transient SpvVerifier verifier;
    private transient Counter known;
    private transient Counter denied;
    private transient Counter asked;

    public CheckOwnHeaders(SerializableFactory<SpvVerifier> verifiers) {
        this.verifiers = verifiers;
    }

    @Override
    public void open(OpenContext context) {
        verifier = verifiers.create();
        StepMetrics metrics = StepMetrics.of(getRuntimeContext());
        known = metrics.counter(Metric.ROOTS_KNOWN);
        denied = metrics.counter(Metric.ROOTS_DENIED);
        asked = metrics.counter(Metric.ROOTS_ASKED);
    }

    @Override
    public void processElement(
            DecodedSubmission submission, ReadOnlyContext context, Collector<ProofTask> out) {
        RequiredRoots required = verifier.requiredRoots(submission.graph());
        if (required instanceof RequiredRoots.Rejected rejected) {
            out.collect(refused(submission, rejected.rejection()));
            return;
        }
        OwnHeaders own =
                new OwnHeaders(
                        new FlinkHeaderIndex(
                                context.getBroadcastState(roots),
                                context.getBroadcastState(views)));
        out.collect(check(submission, ((RequiredRoots.Roots) required).queries(), own));
    }

    private ProofTask check(DecodedSubmission submission, List<RootQuery> queries, OwnHeaders own) {
        List<RootQuery> open = new ArrayList<>();
        Optional<RootQuery> above = Optional.empty();
        for (RootQuery query : queries) {
            switch (own.answer(query)) {
                case TRUE -> known.inc();
                case ASK -> open.add(query);
                case ABOVE_TIP -> above = Optional.of(query);
                case FALSE -> {
                    denied.inc();
                    return refused(submission, Refused.notOnTheChain(query));
                }
            }
        }
        if (above.isPresent()) {
            return refused(submission, Refused.aboveTheTip(above.get(), own.tipHeight()));
        }
        asked.inc(open.size());
        return new ProofTask.Check(submission, own.tip(), open, Optional.empty());
    }

    private static ProofTask refused(DecodedSubmission submission, Rejection rejection) {
        return new ProofTask.Check(submission, Optional.empty(), List.of(), Optional.of(rejection));
    }

    @Override
    public void processBroadcastElement(
            ChainUpdate update, Context context, Collector<ProofTask> out) {
        new OwnHeaders(
                        new FlinkHeaderIndex(
                                context.getBroadcastState(roots), context.getBroadcastState(views)))
                .apply(update);
        update.reorganisedFrom().ifPresent(from -> out.collect(new ProofTask.Forget(from)));
    }
}
