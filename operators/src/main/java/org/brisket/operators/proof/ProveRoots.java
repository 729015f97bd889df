package org.brisket.operators.proof;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.brisket.operators.AsyncBugs;
import org.brisket.operators.SerializableFactory;
import org.brisket.protocol.chain.ChainTracker;
import org.brisket.protocol.chain.RootAnswer;
import org.brisket.protocol.spv.ChainTip;
import org.brisket.protocol.spv.RequiredRoots;
import org.brisket.protocol.spv.SpvVerifier;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.protocol.verdict.RejectionReason;
import org.brisket.state.submission.DecodedSubmission;
import org.brisket.state.submission.ProvenSubmission;

/**
 * Has the chain trackers confirm every merkle root that a submission rests on. A root that a quorum
 * denies refuses the submission; no answer in time refuses it too, with a reason that says so.
 */
public final class ProveRoots extends RichAsyncFunction<DecodedSubmission, ProvenSubmission> {
    private static final long serialVersionUID = 1L;

    private static final ChainTip NO_TIP = new ChainTip(0, 0);

    private final SerializableFactory<ChainTracker> trackers;
    private final SerializableFactory<SpvVerifier> verifiers;
    private transient ChainTracker tracker;
    private transient SpvVerifier verifier;

    public ProveRoots(
            SerializableFactory<ChainTracker> trackers,
            SerializableFactory<SpvVerifier> verifiers) {
        this.trackers = trackers;
        this.verifiers = verifiers;
    }

    @Override
    public void open(OpenContext context) {
        tracker = trackers.create();
        verifier = verifiers.create();
    }

    @Override
    public void close() {
        if (tracker != null) {
            tracker.close();
        }
    }

    @Override
    public void asyncInvoke(DecodedSubmission submission, ResultFuture<ProvenSubmission> result) {
        RequiredRoots required = verifier.requiredRoots(submission.graph());
        if (required instanceof RequiredRoots.Rejected rejected) {
            complete(result, refused(submission, rejected.rejection()));
            return;
        }
        RequiredRoots.Roots roots = (RequiredRoots.Roots) required;
        CompletableFuture<List<RootLookups.Finding>> findings =
                RootLookups.ask(tracker, roots.queries());
        CompletableFuture<OptionalLong> height =
                tracker.currentHeight()
                        .thenApply(OptionalLong::of)
                        .exceptionally(failure -> OptionalLong.empty());
        findings.thenCombine(height, (found, tip) -> conclude(submission, found, tip))
                .thenAccept(proven -> complete(result, proven))
                .whenComplete((done, bug) -> AsyncBugs.failOn(bug, result));
    }

    /** The trackers keep their own, shorter time limit; this is the net below it. */
    @Override
    public void timeout(DecodedSubmission submission, ResultFuture<ProvenSubmission> result) {
        complete(result, unavailable(submission, "the lookup took too long"));
    }

    private static ProvenSubmission conclude(
            DecodedSubmission submission, List<RootLookups.Finding> findings, OptionalLong height) {
        for (RootAnswer answer : List.of(RootAnswer.FALSE, RootAnswer.UNKNOWN)) {
            for (RootLookups.Finding finding : findings) {
                if (finding.answer() == answer) {
                    return refused(submission, rejection(finding));
                }
            }
        }
        if (height.isEmpty()) {
            return unavailable(submission, "no quorum of chain trackers knows the tip");
        }
        long seconds = submission.source().timestamp() / 1000;
        ChainTip tip = ChainTip.estimatedAt(height.getAsLong(), seconds);
        return new ProvenSubmission(submission, tip, Optional.empty());
    }

    private static Rejection rejection(RootLookups.Finding finding) {
        if (finding.answer() == RootAnswer.FALSE) {
            return Rejection.of(
                    RejectionReason.INVALID_MERKLE_ROOT,
                    "the block at height %d does not have merkle root %s",
                    finding.query().height(),
                    finding.query().root());
        }
        return Rejection.of(
                RejectionReason.CHAIN_TRACKER_UNAVAILABLE,
                "no quorum of chain trackers knows the merkle root at height %d",
                finding.query().height());
    }

    private static ProvenSubmission unavailable(DecodedSubmission submission, String detail) {
        return refused(
                submission, new Rejection(RejectionReason.CHAIN_TRACKER_UNAVAILABLE, detail));
    }

    private static ProvenSubmission refused(DecodedSubmission submission, Rejection rejection) {
        return new ProvenSubmission(submission, NO_TIP, Optional.of(rejection));
    }

    private static void complete(
            ResultFuture<ProvenSubmission> result, ProvenSubmission submission) {
        result.complete(List.of(submission));
    }
}
