package org.brisket.operators.store;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.brisket.operators.metrics.Metric;
import org.brisket.operators.metrics.StepMetrics;
import org.brisket.operators.output.OutputRecords;
import org.brisket.operators.output.OutputTopics;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.submission.OutboundRecord;
import org.brisket.state.header.ChainUpdate;
import org.brisket.state.header.ChainView;
import org.brisket.state.header.FlinkHeaderIndex;
import org.brisket.state.header.HeaderIndex;
import org.brisket.state.header.OwnHeaders;
import org.brisket.state.query.StateAnswer;
import org.brisket.state.query.StoreCommand;
import org.brisket.state.query.StoredQuery;
import org.brisket.state.store.FlinkTransactionStore;
import org.brisket.state.store.TransactionKeeper;
import org.brisket.state.store.TransactionStore;

/**
 * The stored transaction of the current key. Every subtask knows the roots of the best chain, so a
 * reorganisation costs no walk over what is stored: a proof is held against them when it is asked
 * for.
 */
public final class StoreTransactions
        extends KeyedBroadcastProcessFunction<Txid, StoreCommand, ChainUpdate, OutboundRecord> {
    private static final long serialVersionUID = 1L;

    private final OutputTopics topics;
    private final MapStateDescriptor<Long, MerkleRoot> roots = FlinkHeaderIndex.roots();
    private final MapStateDescriptor<Integer, ChainView> views = FlinkHeaderIndex.views();
    private transient TransactionStore store;
    private transient OutputRecords records;
    private transient Counter stored;
    private transient Counter proofs;

    public StoreTransactions(OutputTopics topics) {
        this.topics = topics;
    }

    @Override
    public void open(OpenContext context) {
        store = new FlinkTransactionStore(getRuntimeContext());
        records = new OutputRecords(topics);
        StepMetrics metrics = StepMetrics.of(getRuntimeContext());
        stored = metrics.counter(Metric.STORE_RECORDS);
        proofs = metrics.counter(Metric.PROOFS_PUBLISHED);
    }

    @Override
    public void processElement(
            StoreCommand command, ReadOnlyContext context, Collector<OutboundRecord> out) {
        HeaderIndex chain =
                index(context.getBroadcastState(roots), context.getBroadcastState(views));
        TransactionKeeper keeper =
                new TransactionKeeper(
                        store, new FlinkStoreEffects(records, out, stored, proofs), chain::root);
        if (command instanceof StoreCommand.Bring bring) {
            keeper.bring(bring.brought());
        } else if (command instanceof StoreCommand.Prove prove) {
            keeper.prove(prove.txid(), prove.proof());
        } else if (command instanceof StoreCommand.Publish publish) {
            out.collect(publish.admission());
            keeper.publish(publish.txid());
        } else if (command instanceof StoreCommand.Question question) {
            out.collect(records.answer(answer(question.query(), keeper)));
        }
    }

    private StateAnswer answer(StoredQuery query, TransactionKeeper keeper) {
        return new StateAnswer.OfStore(query.id(), query.txid(), store.raw(), keeper.proof());
    }

    @Override
    public void processBroadcastElement(
            ChainUpdate update, Context context, Collector<OutboundRecord> out) {
        new OwnHeaders(index(context.getBroadcastState(roots), context.getBroadcastState(views)))
                .apply(update);
    }

    private static HeaderIndex index(
            ReadOnlyBroadcastState<Long, MerkleRoot> roots,
            ReadOnlyBroadcastState<Integer, ChainView> views) {
        return new FlinkHeaderIndex(roots, views);
    }
}
