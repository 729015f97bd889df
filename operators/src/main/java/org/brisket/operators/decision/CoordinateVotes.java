package org.brisket.operators.decision;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.brisket.operators.metrics.StepMetrics;
import org.brisket.operators.output.OutputRecords;
import org.brisket.operators.output.OutputTopics;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.submission.KafkaRecord;
import org.brisket.protocol.submission.OutboundRecord;
import org.brisket.state.coordination.BallotStore;
import org.brisket.state.coordination.Coordinator;
import org.brisket.state.coordination.FlinkBallotStore;
import org.brisket.state.ledger.LedgerMessage;
import org.brisket.state.query.Answers;
import org.brisket.state.query.StoreCommand;
import org.brisket.state.query.StoreCommandCodec;
import org.brisket.state.query.TransactionQuery;
import org.brisket.state.store.BroughtTransaction;

/**
 * Turns the votes on a transaction into records of the decisions topic, and says who voted how on
 * what is still undecided. What the committed submissions bring goes to the transaction store, in
 * the same checkpoint.
 */
public final class CoordinateVotes
        extends KeyedCoProcessFunction<Txid, LedgerMessage, TransactionQuery, OutboundRecord>
        implements CheckpointedFunction {
    private static final long serialVersionUID = 1L;

    public static final OutputTag<StoreCommand> TO_STORE =
            new OutputTag<>("brought-transactions", new StoreCommandCodec().typeInfo());

    private final OutputTopics topics;
    private final Lineage lineage;
    private transient History history;
    private transient BallotStore store;
    private transient DecisionMetrics metrics;
    private transient OutputRecords records;

    public CoordinateVotes(OutputTopics topics, Lineage lineage) {
        this.topics = topics;
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
        records = new OutputRecords(topics);
    }

    @Override
    public void processElement1(
            LedgerMessage message, Context context, Collector<OutboundRecord> out) {
        metrics.heard(message);
        new Coordinator(
                        store,
                        decision -> {
                            out.collect(
                                    DecisionRecords.write(
                                            decision, topics.decisions(), history.stamp()));
                            metrics.decided(decision);
                        },
                        source -> bring(source, context))
                .handle(message);
    }

    private static void bring(KafkaRecord source, Context context) {
        for (BroughtTransaction brought : SubmittedTransactions.of(source)) {
            context.output(TO_STORE, new StoreCommand.Bring(brought));
        }
    }

    @Override
    public void processElement2(
            TransactionQuery query, Context context, Collector<OutboundRecord> out) {
        out.collect(records.answer(Answers.of(query, store)));
    }
}
