package org.brisket.operators.query;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.brisket.operators.output.OutputRecords;
import org.brisket.operators.output.OutputTopics;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.submission.KafkaRecord;
import org.brisket.protocol.submission.OutboundRecord;
import org.brisket.state.query.LedgerCommand;
import org.brisket.state.query.LedgerCommandCodec;
import org.brisket.state.query.LedgerQuery;
import org.brisket.state.query.StateAnswer;
import org.brisket.state.query.StateQuery;
import org.brisket.state.query.StoreCommand;
import org.brisket.state.query.StoreCommandCodec;
import org.brisket.state.query.StoredQuery;
import org.brisket.state.query.TrackerCommand;
import org.brisket.state.query.TrackerCommandCodec;
import org.brisket.state.query.TransactionQuery;
import org.brisket.state.query.TransactionQueryCodec;

/** Sends each query on to who can answer it; one that cannot be read is answered here. */
public final class ReadQueries extends ProcessFunction<KafkaRecord, OutboundRecord> {
    private static final long serialVersionUID = 1L;

    public static final OutputTag<LedgerCommand> TO_LEDGERS =
            new OutputTag<>("queries-to-ledgers", new LedgerCommandCodec().typeInfo());
    public static final OutputTag<TrackerCommand> TO_TRACKER =
            new OutputTag<>("queries-to-tracker", new TrackerCommandCodec().typeInfo());
    public static final OutputTag<StoreCommand> TO_STORE =
            new OutputTag<>("queries-to-store", new StoreCommandCodec().typeInfo());
    public static final OutputTag<TransactionQuery> TO_COORDINATOR =
            new OutputTag<>("queries-to-coordinator", new TransactionQueryCodec().typeInfo());

    private final OutputTopics topics;
    private transient OutputRecords records;
    private transient QueryReader reader;

    public ReadQueries(OutputTopics topics) {
        this.topics = topics;
    }

    @Override
    public void open(OpenContext context) {
        records = new OutputRecords(topics);
        reader = new QueryReader();
    }

    @Override
    public void processElement(KafkaRecord source, Context context, Collector<OutboundRecord> out) {
        String usualId = source.position().toString();
        StateQuery query;
        try {
            query = reader.read(source.value(), usualId);
        } catch (MalformedException e) {
            String id = reader.id(source.value()).orElse(usualId);
            out.collect(records.answer(new StateAnswer.Refused(id, e.getMessage())));
            return;
        }
        if (query instanceof LedgerQuery toLedger) {
            context.output(TO_LEDGERS, new LedgerCommand.Question(toLedger));
        } else if (query instanceof StoredQuery toStore) {
            context.output(TO_STORE, new StoreCommand.Question(toStore));
        } else if (query instanceof TransactionQuery transaction) {
            ask(transaction, context);
        }
    }

    /** An output is nobody's before its transaction is decided. */
    private static void ask(TransactionQuery query, Context context) {
        context.output(TO_TRACKER, new TrackerCommand.Question(query));
        if (query.outpoint().isEmpty()) {
            context.output(TO_COORDINATOR, query);
        }
    }
}
