package org.brisket.operators.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.operators.ExampleRecords.beef;
import static org.brisket.operators.ExampleRecords.parsed;
import static org.brisket.operators.ExampleRecords.record;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.functions.DefaultOpenContext;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.streaming.api.datastream.AsyncDataStream.OutputMode;
import org.apache.flink.streaming.api.operators.async.AsyncWaitOperatorFactory;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.brisket.operators.CollectedResult;
import org.brisket.operators.MeteredContext;
import org.brisket.operators.metrics.Metric;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.chain.RootAnswer;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.spv.ChainTip;
import org.brisket.protocol.submission.Atomicity;
import org.brisket.protocol.submission.SubmissionMode;
import org.brisket.protocol.submission.SubmissionOptions;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.protocol.verdict.RejectionReason;
import org.brisket.state.header.ProofTask;
import org.brisket.state.header.ProofTaskCodec;
import org.brisket.state.submission.DecodedSubmission;
import org.brisket.state.submission.ProvenSubmission;
import org.brisket.state.submission.ProvenSubmissionCodec;
import org.junit.jupiter.api.Test;

class ProveRootsTest {
    private static final RootQuery QUERY = new RootQuery(814_435, new MerkleRoot(1, 2, 3, 4));
    private static final ChainTip TIP = new ChainTip(900_123, 1_700_000_000);

    private final MeteredContext context = new MeteredContext();

    private static final SubmissionOptions OPTIONS =
            new SubmissionOptions(
                    "s", List.of(), Atomicity.ALL_OR_NOTHING, SubmissionMode.CURRENT, false);

    private static DecodedSubmission submission() {
        try {
            return new DecodedSubmission(
                    record(beef()), OPTIONS, parsed().graph(), ByteSlice.EMPTY);
        } catch (MalformedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the own headers could not say anything about. */
    private static ProofTask open(RootQuery... queries) {
        return new ProofTask.Check(
                submission(), Optional.empty(), List.of(queries), Optional.empty());
    }

    private ProveRoots step(FakeChainTracker tracker, long patienceMillis) {
        ProveRoots step = new ProveRoots(() -> tracker, patienceMillis);
        step.setRuntimeContext(context);
        step.open(DefaultOpenContext.INSTANCE);
        return step;
    }

    private ProvenSubmission prove(FakeChainTracker tracker, ProofTask task) {
        CollectedResult<ProvenSubmission> result = new CollectedResult<>();
        step(tracker, 0).asyncInvoke(task, result);
        return result.value();
    }

    private RejectionReason refusal(FakeChainTracker tracker) {
        return prove(tracker, open(QUERY)).rejection().orElseThrow().reason();
    }

    @Test
    void asksForTheRootsThatAreOpen() {
        FakeChainTracker tracker = FakeChainTracker.answering(RootAnswer.TRUE);

        assertThat(prove(tracker, open(QUERY)).rejection()).isEmpty();
        assertThat(tracker.asked).containsExactly(QUERY);
        assertThat(context.gauge(Metric.CHAIN_TRACKER_QUESTIONS)).isEqualTo(1L);
        assertThat(context.gauge(Metric.CHAIN_TRACKER_DISAGREEMENTS)).isEqualTo(7L);
        assertThat(context.gauge(Metric.CHAIN_TRACKERS_SUSPENDED)).isEqualTo(1L);
    }

    @Test
    void asksNobodyWhenTheOwnHeadersKnowEverything() {
        ProofTask known =
                new ProofTask.Check(submission(), Optional.of(TIP), List.of(), Optional.empty());
        ProvenSubmission proven = prove(FakeChainTracker.silent(), known);

        assertThat(proven.rejection()).isEmpty();
        assertThat(proven.tip()).isEqualTo(TIP);
    }

    @Test
    void asksNobodyAboutWhatIsRefusedAlready() {
        Rejection rejection = Refused.notOnTheChain(QUERY);
        ProofTask refused =
                new ProofTask.Check(
                        submission(), Optional.empty(), List.of(), Optional.of(rejection));

        assertThat(prove(FakeChainTracker.silent(), refused).rejection()).contains(rejection);
    }

    @Test
    void takesTheTipFromTheTrackersAndTheTimeFromTheRecord() {
        ProvenSubmission proven = prove(FakeChainTracker.answering(RootAnswer.TRUE), open(QUERY));

        assertThat(proven.tip().height()).isEqualTo(900_000);
        assertThat(proven.tip().medianTimePast()).isEqualTo(1_700_000_000L - 3_600);
    }

    @Test
    void refusesARootThatIsNotOnTheChain() {
        assertThat(refusal(FakeChainTracker.answering(RootAnswer.FALSE)))
                .isEqualTo(RejectionReason.INVALID_MERKLE_ROOT);
    }

    @Test
    void saysThatItCannotKnowWhenTheTrackersDoNot() {
        assertThat(refusal(FakeChainTracker.answering(RootAnswer.UNKNOWN)))
                .isEqualTo(RejectionReason.CHAIN_TRACKER_UNAVAILABLE);
    }

    @Test
    void takesATrackerThatFailsForOneThatDoesNotKnow() {
        assertThat(refusal(FakeChainTracker.failing()))
                .isEqualTo(RejectionReason.CHAIN_TRACKER_UNAVAILABLE);
    }

    @Test
    void saysThatItCannotKnowWithoutATip() {
        assertThat(refusal(FakeChainTracker.withoutHeight()))
                .isEqualTo(RejectionReason.CHAIN_TRACKER_UNAVAILABLE);
    }

    @Test
    void saysThatItCannotKnowWhenTimeIsUp() {
        CollectedResult<ProvenSubmission> result = new CollectedResult<>();
        ProveRoots step = step(FakeChainTracker.silent(), 0);
        ProofTask task = open(QUERY);
        step.asyncInvoke(task, result);
        assertThat(result.values).isEmpty();
        step.timeout(task, result);

        assertThat(result.value().rejection().orElseThrow().reason())
                .isEqualTo(RejectionReason.CHAIN_TRACKER_UNAVAILABLE);
        assertThat(result.value().rejection().orElseThrow().reason().isRetryable()).isTrue();
    }

    @Test
    void closesItsTracker() {
        FakeChainTracker tracker = FakeChainTracker.silent();
        step(tracker, 0).close();

        assertThat(tracker.closed).isTrue();
    }

    @Test
    void keepsTheOrderOfSubmissionsAndForgetsInBetween() throws Exception {
        FakeChainTracker tracker = FakeChainTracker.answering(RootAnswer.UNKNOWN, RootAnswer.TRUE);
        SerializerConfigImpl config = new SerializerConfigImpl();
        config.setGenericTypes(false);
        var harness =
                new OneInputStreamOperatorTestHarness<ProofTask, ProvenSubmission>(
                        new AsyncWaitOperatorFactory<>(
                                new ProveRoots(() -> tracker, 5_000),
                                TimeUnit.SECONDS.toMillis(10),
                                10,
                                OutputMode.ORDERED),
                        new ProofTaskCodec().typeInfo().createSerializer(config));
        harness.setup(new ProvenSubmissionCodec().typeInfo().createSerializer(config));
        harness.open();
        harness.processElement(open(QUERY), 0);
        harness.processElement(new ProofTask.Forget(814_000), 0);
        harness.processElement(
                new ProofTask.Check(submission(), Optional.of(TIP), List.of(), Optional.empty()),
                0);
        harness.endInput();

        assertThat(harness.extractOutputValues())
                .extracting(ProvenSubmission::rejection)
                .containsExactly(Optional.empty(), Optional.empty());
        assertThat(harness.extractOutputValues().get(1).tip())
                .as("the one that was known at once comes second")
                .isEqualTo(TIP);
        assertThat(tracker.asked).as("asked again after UNKNOWN").containsExactly(QUERY, QUERY);
        assertThat(tracker.forgotten).containsExactly(814_000L);
        harness.close();
    }
}
