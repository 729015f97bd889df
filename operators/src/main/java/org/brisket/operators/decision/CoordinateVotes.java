package org.brisket.operators.decision;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.submission.KafkaRecord;
import org.brisket.protocol.submission.OutboundRecord;
import org.brisket.state.coordination.BallotStore;
import org.brisket.state.coordination.Coordinator;
import org.brisket.state.coordination.FlinkBallotStore;
import org.brisket.state.ledger.LedgerMessage;
import org.brisket.state.query.StoreCommand;
import org.brisket.state.query.StoreCommandCodec;
import org.brisket.state.store.BroughtTransaction;

/**
 * Turns the votes on a transaction into records of the decisions topic. What the committed
 * submissions bring goes to the transaction store, in the same checkpoint.
 */
public final class CoordinateVotes
        extends KeyedProcessFunction<Txid, LedgerMessage, OutboundRecord> {
    private static final long serialVersionUID = 1L;

    public static final OutputTag<StoreCommand> TO_STORE =
            new OutputTag<>("brought-transactions", new StoreCommandCodec().typeInfo());

    private final String decisionsTopic;
    private transient BallotStore store;

    public CoordinateVotes(String decisionsTopic) {
        this.decisionsTopic = decisionsTopic;
    }

    @Override
    public void open(OpenContext context) {
        store = new FlinkBallotStore(getRuntimeContext());
    }

    @Override
    public void processElement(
            LedgerMessage message, Context context, Collector<OutboundRecord> out) {
        new Coordinator(
                        store,
                        decision -> out.collect(DecisionRecords.write(decision, decisionsTopic)),
                        source -> bring(source, context))
                .handle(message);
    }

    private static void bring(KafkaRecord source, Context context) {
        for (BroughtTransaction brought : SubmittedTransactions.of(source)) {
            context.output(TO_STORE, new StoreCommand.Bring(brought));
        }
    }
}
