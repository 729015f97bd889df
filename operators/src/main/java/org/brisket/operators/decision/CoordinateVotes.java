package org.brisket.operators.decision;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.brisket.operators.metrics.StepMetrics;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.submission.OutboundRecord;
import org.brisket.state.coordination.BallotStore;
import org.brisket.state.coordination.Coordinator;
import org.brisket.state.coordination.FlinkBallotStore;
import org.brisket.state.ledger.LedgerMessage;

/** Turns the votes on a transaction into records of the decisions topic. */
public final class CoordinateVotes extends KeyedProcessFunction<Txid, LedgerMessage, OutboundRecord>
        implements CheckpointedFunction {
    private static final long serialVersionUID = 1L;

    private final String decisionsTopic;
    private final Lineage lineage;
    private transient History history;
    private transient BallotStore store;
    private transient DecisionMetrics metrics;

    public CoordinateVotes(String decisionsTopic, Lineage lineage) {
        this.decisionsTopic = decisionsTopic;
        this.lineage = lineage;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        history = new History(lineage, context);
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        history.snapshot(context.getCheckpointId());
    }

    @Override
    public void open(OpenContext context) {
        store = new FlinkBallotStore(getRuntimeContext());
        metrics = new DecisionMetrics(StepMetrics.of(getRuntimeContext()));
    }

    @Override
    public void processElement(
            LedgerMessage message, Context context, Collector<OutboundRecord> out) {
        metrics.heard(message);
        new Coordinator(
                        store,
                        decision -> {
                            out.collect(
                                    DecisionRecords.write(
                                            decision, decisionsTopic, history.stamp()));
                            metrics.decided(decision);
                        })
                .handle(message);
    }
}
