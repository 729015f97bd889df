package org.brisket.operators.broadcast;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.brisket.operators.AsyncBugs;
import org.brisket.operators.SerializableFactory;
import org.brisket.operators.metrics.StepMetrics;
import org.brisket.protocol.broadcast.BroadcastOutcome;
import org.brisket.protocol.broadcast.BroadcastRequest;
import org.brisket.protocol.broadcast.Broadcaster;
import org.brisket.protocol.hash.Txid;
import org.brisket.state.coordination.Decision;
import org.brisket.state.tracking.NetworkObservation;

/**
 * Posts what was committed, and again what the tracker wants posted again, and reports what the
 * endpoints say. It may post again after a failure, which is harmless; it never posts what a
 * completed checkpoint does not hold, because decisions are read back committed.
 */
public final class BroadcastCommitted extends RichAsyncFunction<Decision, NetworkObservation> {
    private static final long serialVersionUID = 1L;

    private final SerializableFactory<Broadcaster> broadcasters;
    private transient Broadcaster broadcaster;
    private transient BroadcastMetrics metrics;

    public BroadcastCommitted(SerializableFactory<Broadcaster> broadcasters) {
        this.broadcasters = broadcasters;
    }

    @Override
    public void open(OpenContext context) {
        broadcaster = broadcasters.create();
        metrics = new BroadcastMetrics(StepMetrics.of(getRuntimeContext()), broadcaster);
    }

    @Override
    public void close() {
        if (broadcaster != null) {
            broadcaster.close();
        }
    }

    @Override
    public void asyncInvoke(Decision decision, ResultFuture<NetworkObservation> result) {
        BroadcastMetrics.Flight flight = metrics.start();
        broadcaster
                .broadcast(new BroadcastRequest(decision.txid(), transactions(decision)))
                .thenAccept(
                        outcome -> {
                            metrics.end(flight, outcome);
                            complete(result, decision, outcome);
                        })
                .whenComplete((done, bug) -> AsyncBugs.failOn(bug, result));
    }

    private static List<byte[]> transactions(Decision decision) {
        return decision instanceof Decision.Poll again
                ? again.transactions()
                : ((Decision.Commit) decision).transactions();
    }

    /** Nobody answered for as long as we wait: the outcome is unknown, which rolls nothing back. */
    @Override
    public void timeout(Decision decision, ResultFuture<NetworkObservation> result) {
        complete(result, decision, BroadcastOutcome.silence(decision.txid()));
    }

    /** Also for every ancestor that was committed alongside and waits for its own answer. */
    private static void complete(
            ResultFuture<NetworkObservation> result, Decision decision, BroadcastOutcome outcome) {
        if (decision instanceof Decision.Poll) {
            result.complete(List.of(new NetworkObservation.PostedAgain(outcome.ofSubject())));
            return;
        }
        Decision.Commit commit = (Decision.Commit) decision;
        List<NetworkObservation> answered = new ArrayList<>();
        for (Txid ancestor : commit.alongside()) {
            answered.add(new NetworkObservation.Answered(outcome.ofAncestor(ancestor)));
        }
        answered.add(new NetworkObservation.Answered(outcome.ofSubject()));
        result.complete(answered);
    }
}
