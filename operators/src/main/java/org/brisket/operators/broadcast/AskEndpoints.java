package org.brisket.operators.broadcast;

import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.brisket.operators.AsyncBugs;
import org.brisket.operators.SerializableFactory;
import org.brisket.protocol.broadcast.BroadcastOutcome;
import org.brisket.protocol.broadcast.Broadcaster;
import org.brisket.protocol.broadcast.StatusReport;
import org.brisket.state.coordination.Decision;

/**
 * Asks the endpoints what became of transactions, as the tracker wants to know. An endpoint in
 * trouble is an answer too; if even that does not come in time, silence is, and the tracker asks
 * again by itself.
 */
public final class AskEndpoints extends RichAsyncFunction<Decision, StatusReport> {
    private static final long serialVersionUID = 1L;

    private final SerializableFactory<Broadcaster> broadcasters;
    private transient Broadcaster broadcaster;

    public AskEndpoints(SerializableFactory<Broadcaster> broadcasters) {
        this.broadcasters = broadcasters;
    }

    @Override
    public void open(OpenContext context) {
        broadcaster = broadcasters.create();
    }

    @Override
    public void close() {
        if (broadcaster != null) {
            broadcaster.close();
        }
    }

    @Override
    public void asyncInvoke(Decision question, ResultFuture<StatusReport> result) {
        broadcaster
                .status(question.txid())
                .thenAccept(report -> result.complete(List.of(report)))
                .whenComplete((done, bug) -> AsyncBugs.failOn(bug, result));
    }

    @Override
    public void timeout(Decision question, ResultFuture<StatusReport> result) {
        BroadcastOutcome silence = BroadcastOutcome.silence(question.txid());
        result.complete(List.of(new StatusReport(silence, List.of())));
    }
}
