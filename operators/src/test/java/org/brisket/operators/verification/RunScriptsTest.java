package org.brisket.operators.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.operators.ExampleRecords.parsed;
import static org.brisket.operators.ExampleRecords.record;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.brisket.operators.ExampleVerifier;
import org.brisket.operators.Harnesses;
import org.brisket.operators.Refusals;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.beef.BeefExamples;
import org.brisket.protocol.beef.BeefLimits;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.spv.ChainTip;
import org.brisket.protocol.submission.Atomicity;
import org.brisket.protocol.submission.KafkaRecord;
import org.brisket.protocol.submission.SubmissionMode;
import org.brisket.protocol.submission.SubmissionOptions;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.protocol.verdict.RejectionReason;
import org.brisket.state.submission.DecodedSubmission;
import org.brisket.state.submission.ProvenSubmission;
import org.brisket.state.submission.Refusal;
import org.brisket.state.submission.VerifiedSubmission;
import org.brisket.state.submission.VerifiedSubmissionCodec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunScriptsTest {
    private static final ChainTip TIP = new ChainTip(900_000, 1_700_000_000L);

    private OneInputStreamOperatorTestHarness<ProvenSubmission, VerifiedSubmission> harness;

    @BeforeEach
    void open() throws Exception {
        harness =
                Harnesses.process(
                        new RunScripts(ExampleVerifier::create),
                        new VerifiedSubmissionCodec().typeInfo());
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    private static ProvenSubmission proven(Beef beef, Optional<Rejection> rejection)
            throws Exception {
        SubmissionOptions options =
                new SubmissionOptions(
                        "s",
                        List.of("tm_any"),
                        Atomicity.ALL_OR_NOTHING,
                        SubmissionMode.CURRENT,
                        false);
        KafkaRecord source = record(beef.toBytes());
        ByteSlice offChain = ByteSlice.of(new byte[] {9});
        return new ProvenSubmission(
                new DecodedSubmission(source, options, beef.graph(), offChain), TIP, rejection);
    }

    private Refusal refusal() {
        assertThat(harness.extractOutputValues()).isEmpty();
        List<Refusal> refusals = Harnesses.sideOutput(harness, Refusals.TAG);
        assertThat(refusals).hasSize(1);
        assertThat(refusals.get(0).txid()).isPresent();
        return refusals.get(0);
    }

    @Test
    void passesAVerifiedSubjectOnInExtendedFormat() throws Exception {
        harness.processElement(proven(parsed(), Optional.empty()), 0);

        VerifiedSubmission verified = harness.extractOutputValues().get(0);
        assertThat(verified.txid()).hasToString(BeefExamples.BRC_62_SUBJECT);
        assertThat(Hex.encode(verified.subject())).isEqualTo(BeefExamples.BRC_62_EXTENDED);
        assertThat(verified.ancestors()).isEmpty();
        assertThat(verified.minedAtHeight()).isZero();
        assertThat(verified.offChainValues()).containsExactly(9);
    }

    @Test
    void namesTheBlockOfAMinedSubject() throws Exception {
        Beef parent = parsed().withAtomicSubject(parsed().entries().get(0).txid());
        harness.processElement(proven(parent, Optional.empty()), 0);

        assertThat(harness.extractOutputValues().get(0).minedAtHeight()).isEqualTo(814_435);
    }

    @Test
    void refusesASubjectWhoseSignatureIsWrong() throws Exception {
        byte[] bytes = Hex.decode(BeefExamples.BRC_62);
        // The last output's value: the signature commits to it.
        int at = bytes.length - 1 - 4 - 26 - 8;
        byte[] changed = Arrays.copyOf(bytes, bytes.length);
        changed[at] ^= 1;
        harness.processElement(
                proven(Beef.parse(changed, BeefLimits.DEFAULT), Optional.empty()), 0);

        assertThat(refusal().rejection().reason()).isEqualTo(RejectionReason.INVALID_SCRIPT);
    }

    @Test
    void refusesWhatWasRefusedBeforeWithTheSameReason() throws Exception {
        Rejection rejection = new Rejection(RejectionReason.INVALID_MERKLE_ROOT, "no such root");
        harness.processElement(proven(parsed(), Optional.of(rejection)), 0);

        assertThat(refusal().rejection()).isEqualTo(rejection);
    }

    @Test
    void givesTheSameVerdictFromMemory() throws Exception {
        harness.processElement(proven(parsed(), Optional.empty()), 0);
        harness.processElement(proven(parsed(), Optional.empty()), 0);

        assertThat(harness.extractOutputValues()).hasSize(2);
        assertThat(harness.extractOutputValues().get(1).subject())
                .isEqualTo(harness.extractOutputValues().get(0).subject());
    }
}
