package org.brisket.operators.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.operators.ExampleRecords.beef;
import static org.brisket.operators.ExampleRecords.parsed;
import static org.brisket.operators.ExampleRecords.record;

import java.util.List;
import java.util.Optional;
import org.apache.flink.streaming.util.TwoInputStreamOperatorTestHarness;
import org.brisket.operators.ExampleVerifier;
import org.brisket.operators.Harnesses;
import org.brisket.operators.header.ExampleChain;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.beef.BeefEntry;
import org.brisket.protocol.beef.BeefExamples;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.spv.ChainTip;
import org.brisket.protocol.submission.Atomicity;
import org.brisket.protocol.submission.SubmissionMode;
import org.brisket.protocol.submission.SubmissionOptions;
import org.brisket.protocol.verdict.RejectionReason;
import org.brisket.state.header.ChainUpdate;
import org.brisket.state.header.FlinkHeaderIndex;
import org.brisket.state.header.ProofTask;
import org.brisket.state.header.ProofTaskCodec;
import org.brisket.state.submission.DecodedSubmission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckOwnHeadersTest {
    private static final long HEIGHT = 814_435;
    private static final MerkleRoot ROOT = root();
    private static final MerkleRoot OTHER = new MerkleRoot(9, 9, 9, 9);
    private static final SubmissionOptions OPTIONS =
            new SubmissionOptions(
                    "s", List.of(), Atomicity.ALL_OR_NOTHING, SubmissionMode.CURRENT, false);

    private TwoInputStreamOperatorTestHarness<DecodedSubmission, ChainUpdate, ProofTask> harness;

    private static MerkleRoot root() {
        try {
            return MerkleRoot.fromDisplayHex(BeefExamples.BRC_62_ROOT);
        } catch (MalformedException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void open() throws Exception {
        harness = fresh();
        harness.open();
    }

    private static TwoInputStreamOperatorTestHarness<DecodedSubmission, ChainUpdate, ProofTask>
            fresh() throws Exception {
        return Harnesses.broadcast(
                new CheckOwnHeaders(ExampleVerifier::create),
                List.of(FlinkHeaderIndex.roots(), FlinkHeaderIndex.views()),
                new ProofTaskCodec().typeInfo());
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    private ProofTask.Check check(Beef beef) throws Exception {
        harness.processElement1(
                new DecodedSubmission(record(beef()), OPTIONS, beef.graph(), ByteSlice.EMPTY), 0);
        List<ProofTask> tasks = harness.extractOutputValues();
        return (ProofTask.Check) tasks.get(tasks.size() - 1);
    }

    private void learn(ChainUpdate update) throws Exception {
        harness.processElement2(update, 0);
    }

    private static RejectionReason reason(ProofTask.Check check) {
        return check.rejection().orElseThrow().reason();
    }

    @Test
    void leavesEverythingOpenWhileNothingIsKnown() throws Exception {
        ProofTask.Check check = check(parsed());

        assertThat(check.open()).containsExactly(new RootQuery(HEIGHT, ROOT));
        assertThat(check.tip()).isEmpty();
        assertThat(check.rejection()).isEmpty();
    }

    @Test
    void leavesNothingOpenWhereTheRootIsKnown() throws Exception {
        learn(ExampleChain.update(HEIGHT, ROOT, 3));
        ProofTask.Check check = check(parsed());

        assertThat(check.open()).isEmpty();
        assertThat(check.tip()).contains(new ChainTip(HEIGHT + 3, 1_700_000_000));
        assertThat(check.rejection()).isEmpty();
    }

    @Test
    void refusesWhatContradictsABuriedBlock() throws Exception {
        learn(ExampleChain.update(HEIGHT, OTHER, 5));

        assertThat(reason(check(parsed()))).isEqualTo(RejectionReason.INVALID_MERKLE_ROOT);
    }

    @Test
    void leavesToTheTrackersWhatContradictsARecentBlock() throws Exception {
        learn(ExampleChain.update(HEIGHT, OTHER, 4));
        ProofTask.Check check = check(parsed());

        assertThat(check.open()).hasSize(1);
        assertThat(check.rejection()).isEmpty();
    }

    @Test
    void refusesForNowWhatIsFarAboveTheTip() throws Exception {
        learn(ExampleChain.update(HEIGHT - 107, ROOT, 100));

        ProofTask.Check check = check(parsed());
        assertThat(reason(check)).isEqualTo(RejectionReason.CHAIN_TRACKER_UNAVAILABLE);
        assertThat(check.rejection().orElseThrow().detail())
                .isEqualTo("height 814435 is above the tip, which is at 814428");
    }

    @Test
    void passesAReorganisationOnBetweenTheSubmissions() throws Exception {
        learn(ExampleChain.update(HEIGHT, ROOT, 3));
        check(parsed());
        learn(ExampleChain.reorganised(HEIGHT, OTHER, 4));
        check(parsed());

        List<ProofTask> tasks = harness.extractOutputValues();
        assertThat(((ProofTask.Check) tasks.get(0)).open()).isEmpty();
        assertThat(tasks.get(1)).isEqualTo(new ProofTask.Forget(HEIGHT));
        assertThat(((ProofTask.Check) tasks.get(2)).open()).hasSize(1);
    }

    @Test
    void remembersTheChainInACheckpoint() throws Exception {
        learn(ExampleChain.update(HEIGHT, ROOT, 3));
        var checkpoint = harness.snapshot(1, 1);
        close();
        harness = fresh();
        harness.initializeState(checkpoint);
        harness.open();

        assertThat(check(parsed()).open()).isEmpty();
    }

    @Test
    void refusesABeefThatIsWrongByItself() throws Exception {
        Beef unproven =
                new Beef(
                        parsed().version(),
                        parsed().atomicSubject(),
                        List.of(),
                        List.of(
                                new BeefEntry.Unproven(
                                        parsed().entries().get(1).transaction().orElseThrow())));
        ProofTask.Check check = check(unproven);

        assertThat(reason(check)).isEqualTo(RejectionReason.MISSING_ANCESTOR);
        assertThat(check.open()).isEmpty();
        assertThat(check.tip()).isEqualTo(Optional.empty());
    }
}
