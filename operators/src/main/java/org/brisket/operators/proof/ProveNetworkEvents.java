package org.brisket.operators.proof;

import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.brisket.operators.AsyncBugs;
import org.brisket.operators.SerializableFactory;
import org.brisket.operators.metrics.StepMetrics;
import org.brisket.protocol.chain.ChainTracker;
import org.brisket.protocol.chain.RootAnswer;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.state.header.NewsTask;
import org.brisket.state.tracking.NetworkNews;
import org.brisket.state.tracking.NetworkObservation;

/**
 * Believes that a transaction is mined, where the own headers cannot say it, only if the chain
 * trackers confirm its proof's root.
 */
public final class ProveNetworkEvents extends RichAsyncFunction<NewsTask, NetworkObservation> {
    private static final long serialVersionUID = 1L;

    private final SerializableFactory<ChainTracker> trackers;
    private final long patienceMillis;
    private transient ChainTracker tracker;
    private transient PatientLookups lookups;

    /**
     * @param patienceMillis how long a question is asked again while the trackers are in trouble
     */
    public ProveNetworkEvents(SerializableFactory<ChainTracker> trackers, long patienceMillis) {
        this.trackers = trackers;
        this.patienceMillis = patienceMillis;
    }

    @Override
    public void open(OpenContext context) {
        tracker = trackers.create();
        lookups = new PatientLookups(tracker, patienceMillis);
        TrackerMetrics.register(tracker, StepMetrics.of(getRuntimeContext()));
    }

    @Override
    public void close() {
        if (lookups != null) {
            lookups.close();
        }
    }

    @Override
    public void asyncInvoke(NewsTask task, ResultFuture<NetworkObservation> result) {
        if (task instanceof NewsTask.Forget forget) {
            tracker.forgetFrom(forget.fromHeight());
            result.complete(List.of());
            return;
        }
        NetworkNews news = ((NewsTask.Ask) task).news();
        lookups.ask(news.proof().stream().toList())
                .thenAccept(findings -> complete(result, conclude(news, findings)))
                .whenComplete((done, bug) -> AsyncBugs.failOn(bug, result));
    }

    @Override
    public void timeout(NewsTask task, ResultFuture<NetworkObservation> result) {
        if (task instanceof NewsTask.Ask ask) {
            complete(result, Observations.hint(ask.news()));
        } else {
            result.complete(List.of());
        }
    }

    private static NetworkObservation conclude(
            NetworkNews news, List<PatientLookups.Finding> findings) {
        for (PatientLookups.Finding finding : findings) {
            if (finding.answer() == RootAnswer.TRUE) {
                RootQuery proof = finding.query();
                return Observations.mined(news, proof);
            }
        }
        return Observations.hint(news);
    }

    private static void complete(
            ResultFuture<NetworkObservation> result, NetworkObservation observation) {
        result.complete(List.of(observation));
    }
}
