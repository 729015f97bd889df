package org.brisket.operators.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.operators.ExampleRecords.beef;
import static org.brisket.operators.ExampleRecords.parsed;
import static org.brisket.operators.ExampleRecords.record;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.functions.DefaultOpenContext;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.streaming.api.datastream.AsyncDataStream.OutputMode;
import org.apache.flink.streaming.api.operators.async.AsyncWaitOperatorFactory;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.brisket.operators.CollectedResult;
import org.brisket.operators.ExampleVerifier;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.beef.BeefEntry;
import org.brisket.protocol.beef.BeefExamples;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.chain.RootAnswer;
import org.brisket.protocol.submission.Atomicity;
import org.brisket.protocol.submission.SubmissionMode;
import org.brisket.protocol.submission.SubmissionOptions;
import org.brisket.protocol.verdict.RejectionReason;
import org.brisket.state.submission.DecodedSubmission;
import org.brisket.state.submission.DecodedSubmissionCodec;
import org.brisket.state.submission.ProvenSubmission;
import org.brisket.state.submission.ProvenSubmissionCodec;
import org.junit.jupiter.api.Test;

class ProveRootsTest {
    private static final SubmissionOptions OPTIONS =
            new SubmissionOptions(
                    "s", List.of(), Atomicity.ALL_OR_NOTHING, SubmissionMode.CURRENT, false);

    private static DecodedSubmission submission(Beef beef) {
        try {
            return new DecodedSubmission(record(beef()), OPTIONS, beef.graph(), ByteSlice.EMPTY);
        } catch (MalformedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ProveRoots open(FakeChainTracker tracker) {
        ProveRoots step = new ProveRoots(() -> tracker, ExampleVerifier::create);
        step.open(DefaultOpenContext.INSTANCE);
        return step;
    }

    private static ProvenSubmission prove(FakeChainTracker tracker, Beef beef) {
        CollectedResult<ProvenSubmission> result = new CollectedResult<>();
        open(tracker).asyncInvoke(submission(beef), result);
        return result.value();
    }

    private static RejectionReason refusal(FakeChainTracker tracker) {
        return prove(tracker, parsed()).rejection().orElseThrow().reason();
    }

    @Test
    void asksForTheRootThatTheProofLeadsTo() {
        FakeChainTracker tracker = FakeChainTracker.answering(RootAnswer.TRUE);
        ProvenSubmission proven = prove(tracker, parsed());

        assertThat(proven.rejection()).isEmpty();
        assertThat(tracker.asked).hasSize(1);
        assertThat(tracker.asked.get(0).height()).isEqualTo(814_435);
        assertThat(tracker.asked.get(0).root()).hasToString(BeefExamples.BRC_62_ROOT);
    }

    @Test
    void takesTheTipFromTheTrackersAndTheTimeFromTheRecord() {
        ProvenSubmission proven = prove(FakeChainTracker.answering(RootAnswer.TRUE), parsed());

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
        ProveRoots step = open(FakeChainTracker.silent());
        DecodedSubmission submission = submission(parsed());
        step.asyncInvoke(submission, result);
        assertThat(result.values).isEmpty();
        step.timeout(submission, result);

        assertThat(result.value().submission()).isSameAs(submission);
        assertThat(result.value().rejection().orElseThrow().reason())
                .isEqualTo(RejectionReason.CHAIN_TRACKER_UNAVAILABLE);
    }

    @Test
    void asksNobodyAboutABeefThatIsWrongByItself() {
        Beef unproven =
                new Beef(
                        parsed().version(),
                        parsed().atomicSubject(),
                        List.of(),
                        List.of(
                                new BeefEntry.Unproven(
                                        parsed().entries().get(1).transaction().orElseThrow())));
        FakeChainTracker tracker = FakeChainTracker.answering(RootAnswer.TRUE);

        assertThat(prove(tracker, unproven).rejection().orElseThrow().reason())
                .isEqualTo(RejectionReason.MISSING_ANCESTOR);
        assertThat(tracker.asked).isEmpty();
    }

    @Test
    void closesItsTracker() {
        FakeChainTracker tracker = FakeChainTracker.silent();
        open(tracker).close();

        assertThat(tracker.closed).isTrue();
    }

    @Test
    void worksAsAnAsynchronousStepOfAJob() throws Exception {
        FakeChainTracker tracker = FakeChainTracker.answering(RootAnswer.TRUE);
        SerializerConfigImpl config = new SerializerConfigImpl();
        config.setGenericTypes(false);
        var harness =
                new OneInputStreamOperatorTestHarness<DecodedSubmission, ProvenSubmission>(
                        new AsyncWaitOperatorFactory<>(
                                new ProveRoots(() -> tracker, ExampleVerifier::create),
                                TimeUnit.SECONDS.toMillis(10),
                                10,
                                OutputMode.ORDERED),
                        new DecodedSubmissionCodec().typeInfo().createSerializer(config));
        harness.setup(new ProvenSubmissionCodec().typeInfo().createSerializer(config));
        harness.open();
        harness.processElement(submission(parsed()), 0);
        harness.endInput();

        assertThat(harness.extractOutputValues()).hasSize(1);
        assertThat(harness.extractOutputValues().get(0).rejection()).isEmpty();
        harness.close();
    }
}
