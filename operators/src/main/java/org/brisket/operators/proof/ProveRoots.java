package org.brisket.operators.proof;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.brisket.operators.AsyncBugs;
import org.brisket.operators.SerializableFactory;
import org.brisket.operators.metrics.Metric;
import org.brisket.operators.metrics.RecentDurations;
import org.brisket.operators.metrics.StepMetrics;
import org.brisket.protocol.chain.ChainTracker;
import org.brisket.protocol.chain.RootAnswer;
import org.brisket.protocol.spv.ChainTip;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.state.header.ProofTask;
import org.brisket.state.submission.DecodedSubmission;
import org.brisket.state.submission.ProvenSubmission;

/**
 * Has the chain trackers confirm the merkle roots that the own headers left open. A root that a
 * quorum denies refuses the submission. While nobody can answer the submission waits, and those
 * behind it with it; in the end it is refused with a reason that says so and that it may come
 * again.
 */
public final class ProveRoots extends RichAsyncFunction<ProofTask, ProvenSubmission> {
    private static final long serialVersionUID = 1L;

    private static final ChainTip NO_TIP = new ChainTip(0, 0);

    private final SerializableFactory<ChainTracker> trackers;
    private final long patienceMillis;
    private transient ChainTracker tracker;
    private transient PatientLookups lookups;
    private transient RecentDurations waited;

    /**
     * @param patienceMillis how long a question is asked again while the trackers are in trouble
     */
    public ProveRoots(SerializableFactory<ChainTracker> trackers, long patienceMillis) {
        this.trackers = trackers;
        this.patienceMillis = patienceMillis;
    }

    @Override
    public void open(OpenContext context) {
        tracker = trackers.create();
        lookups = new PatientLookups(tracker, patienceMillis);
        StepMetrics metrics = StepMetrics.of(getRuntimeContext());
        TrackerMetrics.register(tracker, metrics);
        waited = metrics.durations(Metric.ROOT_LOOKUP_MILLIS);
    }

    @Override
    public void close() {
        if (lookups != null) {
            lookups.close();
        }
    }

    @Override
    public void asyncInvoke(ProofTask task, ResultFuture<ProvenSubmission> result) {
        if (task instanceof ProofTask.Forget forget) {
            tracker.forgetFrom(forget.fromHeight());
            result.complete(List.of());
            return;
        }
        ProofTask.Check check = (ProofTask.Check) task;
        if (check.rejection().isPresent()) {
            complete(result, refused(check.submission(), check.rejection().get()));
            return;
        }
        CompletableFuture<Optional<ChainTip>> tip = tip(check);
        long start = System.nanoTime();
        lookups.ask(check.open())
                .thenCombine(tip, (found, known) -> conclude(check.submission(), found, known))
                .thenAccept(
                        proven -> {
                            if (!check.open().isEmpty()) {
                                waited.millisSince(start);
                            }
                            complete(result, proven);
                        })
                .whenComplete((done, bug) -> AsyncBugs.failOn(bug, result));
    }

    private CompletableFuture<Optional<ChainTip>> tip(ProofTask.Check check) {
        if (check.tip().isPresent()) {
            return CompletableFuture.completedFuture(check.tip());
        }
        long seconds = check.submission().source().timestamp() / 1000;
        return lookups.height()
                .thenApply(
                        height ->
                                height.isEmpty()
                                        ? Optional.empty()
                                        : Optional.of(
                                                ChainTip.estimatedAt(height.getAsLong(), seconds)));
    }

    /** The lookups keep their own, shorter time limit; this is the net below it. */
    @Override
    public void timeout(ProofTask task, ResultFuture<ProvenSubmission> result) {
        if (task instanceof ProofTask.Check check) {
            Rejection rejection = Refused.unavailable("the lookup took too long");
            complete(result, refused(check.submission(), rejection));
        } else {
            result.complete(List.of());
        }
    }

    private static ProvenSubmission conclude(
            DecodedSubmission submission,
            List<PatientLookups.Finding> findings,
            Optional<ChainTip> tip) {
        for (RootAnswer answer : List.of(RootAnswer.FALSE, RootAnswer.UNKNOWN)) {
            for (PatientLookups.Finding finding : findings) {
                if (finding.answer() == answer) {
                    return refused(submission, rejection(finding));
                }
            }
        }
        return tip.map(known -> new ProvenSubmission(submission, known, Optional.empty()))
                .orElseGet(
                        () ->
                                refused(
                                        submission,
                                        Refused.unavailable(
                                                "no quorum of chain trackers knows the tip")));
    }

    private static Rejection rejection(PatientLookups.Finding finding) {
        return finding.answer() == RootAnswer.FALSE
                ? Refused.notOnTheChain(finding.query())
                : Refused.unknown(finding.query());
    }

    private static ProvenSubmission refused(DecodedSubmission submission, Rejection rejection) {
        return new ProvenSubmission(submission, NO_TIP, Optional.of(rejection));
    }

    private static void complete(
            ResultFuture<ProvenSubmission> result, ProvenSubmission submission) {
        result.complete(List.of(submission));
    }
}
