package org.brisket.operators.verification;

import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.brisket.operators.Refusals;
import org.brisket.operators.SerializableFactory;
import org.brisket.operators.metrics.Metric;
import org.brisket.operators.metrics.RecentDurations;
import org.brisket.operators.metrics.StepMetrics;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.spv.SpvVerdict;
import org.brisket.protocol.spv.SpvVerifier;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.state.submission.DecodedSubmission;
import org.brisket.state.submission.ProvenSubmission;
import org.brisket.state.submission.Refusal;
import org.brisket.state.submission.VerifiedSubmission;

/** Verifies every unmined transaction of a submission whose roots are on the chain. */
public final class RunScripts extends ProcessFunction<ProvenSubmission, VerifiedSubmission> {
    private static final long serialVersionUID = 1L;
    private static final long MAX_REMEMBERED = 100_000;

    private final SerializableFactory<SpvVerifier> verifiers;
    private transient SpvVerifier verifier;
    private transient RecentlyVerified verified;
    private transient RecentDurations durations;
    private transient Counter cost;

    public RunScripts(SerializableFactory<SpvVerifier> verifiers) {
        this.verifiers = verifiers;
    }

    @Override
    public void open(OpenContext context) {
        verifier = verifiers.create();
        StepMetrics metrics = StepMetrics.of(getRuntimeContext());
        verified =
                new RecentlyVerified(
                        MAX_REMEMBERED,
                        metrics.counter(Metric.VERIFIED_CACHE_HITS),
                        metrics.counter(Metric.VERIFIED_CACHE_MISSES));
        durations = metrics.durations(Metric.VERIFICATION_MICROS);
        cost = metrics.counter(Metric.SCRIPT_COST);
    }

    @Override
    public void processElement(
            ProvenSubmission proven, Context context, Collector<VerifiedSubmission> out) {
        DecodedSubmission submission = proven.submission();
        if (proven.rejection().isPresent()) {
            refuse(submission, proven.rejection().get(), context);
            return;
        }
        long start = System.nanoTime();
        SpvVerdict verdict = verifier.verify(submission.graph(), proven.tip(), verified);
        durations.microsSince(start);
        if (verdict instanceof SpvVerdict.Accepted accepted) {
            cost.inc(accepted.cost());
            out.collect(verified(submission, accepted));
        } else if (verdict instanceof SpvVerdict.Rejected rejected) {
            refuse(submission, rejected.rejection(), context);
        } else {
            throw new IllegalStateException("verdict " + verdict.getClass());
        }
    }

    private static VerifiedSubmission verified(
            DecodedSubmission submission, SpvVerdict.Accepted accepted) {
        return new VerifiedSubmission(
                submission.source(),
                submission.options(),
                submission.graph().subject().txid(),
                accepted.subject().toBytes(),
                accepted.unminedAncestors().stream().map(ExtendedTransaction::toBytes).toList(),
                accepted.minedAtHeight().orElse(0),
                submission.offChainValues().toByteArray());
    }

    private static void refuse(DecodedSubmission submission, Rejection rejection, Context context) {
        Txid txid = submission.graph().subject().txid();
        context.output(
                Refusals.TAG,
                new Refusal(
                        submission.options().submissionId(),
                        Optional.of(txid),
                        rejection,
                        submission.source()));
    }
}
