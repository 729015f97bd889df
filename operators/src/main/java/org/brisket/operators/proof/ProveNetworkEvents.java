package org.brisket.operators.proof;

import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.brisket.operators.AsyncBugs;
import org.brisket.operators.SerializableFactory;
import org.brisket.protocol.chain.ChainTracker;
import org.brisket.protocol.chain.RootAnswer;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.state.tracking.NetworkNews;
import org.brisket.state.tracking.NetworkObservation;

/** Believes that a transaction is mined only if the chain trackers confirm its proof's root. */
public final class ProveNetworkEvents extends RichAsyncFunction<NetworkNews, NetworkObservation> {
    private static final long serialVersionUID = 1L;

    private final SerializableFactory<ChainTracker> trackers;
    private transient ChainTracker tracker;

    public ProveNetworkEvents(SerializableFactory<ChainTracker> trackers) {
        this.trackers = trackers;
    }

    @Override
    public void open(OpenContext context) {
        tracker = trackers.create();
    }

    @Override
    public void close() {
        if (tracker != null) {
            tracker.close();
        }
    }

    @Override
    public void asyncInvoke(NetworkNews news, ResultFuture<NetworkObservation> result) {
        if (news.proof().isEmpty()) {
            complete(result, hint(news));
            return;
        }
        RootQuery query = news.proof().get();
        RootLookups.ask(tracker, List.of(query))
                .thenAccept(findings -> complete(result, conclude(news, query, findings)))
                .whenComplete((done, bug) -> AsyncBugs.failOn(bug, result));
    }

    @Override
    public void timeout(NetworkNews news, ResultFuture<NetworkObservation> result) {
        complete(result, hint(news));
    }

    private static NetworkObservation conclude(
            NetworkNews news, RootQuery query, List<RootLookups.Finding> findings) {
        boolean proven = findings.get(0).answer() == RootAnswer.TRUE;
        return proven ? new NetworkObservation.Mined(news.txid(), query.height()) : hint(news);
    }

    private static NetworkObservation hint(NetworkNews news) {
        return new NetworkObservation.Hinted(news.txid(), news.seenOnNetwork());
    }

    private static void complete(
            ResultFuture<NetworkObservation> result, NetworkObservation observation) {
        result.complete(List.of(observation));
    }
}
