package org.brisket.operators.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.operators.ExampleRecords.beef;
import static org.brisket.operators.ExampleRecords.parsed;
import static org.brisket.operators.ExampleRecords.record;
import static org.brisket.operators.ExampleRecords.text;

import java.util.Arrays;
import java.util.List;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.brisket.operators.Harnesses;
import org.brisket.operators.Refusals;
import org.brisket.protocol.beef.BeefExamples;
import org.brisket.protocol.beef.BeefVersion;
import org.brisket.protocol.bytes.ByteWriter;
import org.brisket.protocol.submission.Atomicity;
import org.brisket.protocol.submission.KafkaRecord;
import org.brisket.protocol.submission.SubmissionMode;
import org.brisket.protocol.verdict.RejectionReason;
import org.brisket.state.submission.DecodedSubmission;
import org.brisket.state.submission.DecodedSubmissionCodec;
import org.brisket.state.submission.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecodeBeefTest {
    private static final int MAX_BYTES = 1_000;

    private OneInputStreamOperatorTestHarness<KafkaRecord, DecodedSubmission> harness;

    @BeforeEach
    void open() throws Exception {
        harness = harness(new IntakeSettings(MAX_BYTES, 100, 100, 3, true, false));
    }

    private static OneInputStreamOperatorTestHarness<KafkaRecord, DecodedSubmission> harness(
            IntakeSettings settings) throws Exception {
        return Harnesses.process(new DecodeBeef(settings), new DecodedSubmissionCodec().typeInfo());
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    private DecodedSubmission decoded(KafkaRecord source) throws Exception {
        harness.processElement(source, 0);
        assertThat(Harnesses.sideOutput(harness, Refusals.TAG)).isEmpty();
        assertThat(harness.extractOutputValues()).hasSize(1);
        return harness.extractOutputValues().get(0);
    }

    private Refusal refused(KafkaRecord source) throws Exception {
        harness.processElement(source, 0);
        assertThat(harness.extractOutputValues()).isEmpty();
        List<Refusal> refusals = Harnesses.sideOutput(harness, Refusals.TAG);
        assertThat(refusals).hasSize(1);
        assertThat(refusals.get(0).source()).isSameAs(source);
        return refusals.get(0);
    }

    private static void assertIsTheExample(DecodedSubmission submission) {
        assertThat(submission.graph().subject().txid()).hasToString(BeefExamples.BRC_62_SUBJECT);
    }

    @Test
    void decodesBinaryBeefAndItsHeaders() throws Exception {
        KafkaRecord source = record(beef(), "x-topics", "[\"tm_any\"]", "unknown", "kept");
        DecodedSubmission submission = decoded(source);

        assertIsTheExample(submission);
        assertThat(submission.source()).isSameAs(source);
        assertThat(submission.options().topics()).containsExactly("tm_any");
        assertThat(submission.options().submissionId()).isEqualTo("beef-submissions-3-42");
        assertThat(submission.options().atomicity()).isEqualTo(Atomicity.ALL_OR_NOTHING);
        assertThat(submission.options().mode()).isEqualTo(SubmissionMode.CURRENT);
        assertThat(submission.offChainValues().isEmpty()).isTrue();
    }

    @Test
    void takesDefaultsFromItsSettings() throws Exception {
        harness.close();
        harness = harness(new IntakeSettings(MAX_BYTES, 100, 100, 3, false, true));
        DecodedSubmission submission = decoded(record(beef()));

        assertThat(submission.options().atomicity()).isEqualTo(Atomicity.INDEPENDENT);
        assertThat(submission.options().mode()).isEqualTo(SubmissionMode.HISTORICAL);
    }

    @Test
    void decodesHexadecimalText() throws Exception {
        assertIsTheExample(decoded(record(text(BeefExamples.BRC_62))));
    }

    @Test
    void decodesHexadecimalTextWithALineEnd() throws Exception {
        assertIsTheExample(decoded(record(text(BeefExamples.BRC_62 + "\r\n"))));
    }

    @Test
    void decodesVersionTwo() throws Exception {
        assertIsTheExample(decoded(record(parsed().withVersion(BeefVersion.V2).toBytes())));
    }

    @Test
    void takesTheSubjectFromAtomicBeef() throws Exception {
        var parent = parsed().entries().get(0).txid();
        DecodedSubmission submission =
                decoded(record(parsed().withAtomicSubject(parent).toBytes()));

        assertThat(submission.graph().subject().txid()).isEqualTo(parent);
    }

    @Test
    void separatesOffChainValues() throws Exception {
        byte[] framed =
                new ByteWriter()
                        .writeVarint(beef().length)
                        .write(beef())
                        .write(new byte[] {1, 2, 3})
                        .toByteArray();
        DecodedSubmission submission =
                decoded(record(framed, "x-includes-off-chain-values", "true"));

        assertIsTheExample(submission);
        assertThat(submission.offChainValues().toByteArray()).containsExactly(1, 2, 3);
    }

    @Test
    void refusesMalformedBeefWithTheRecordAsItCame() throws Exception {
        byte[] cut = Arrays.copyOf(beef(), beef().length - 1);
        Refusal refusal = refused(record(cut, "brisket-submission-id", "mine"));

        assertThat(refusal.rejection().reason()).isEqualTo(RejectionReason.MALFORMED_BEEF);
        assertThat(refusal.submissionId()).isEqualTo("mine");
        assertThat(refusal.txid()).isEmpty();
    }

    @Test
    void refusesAnEmptyValue() throws Exception {
        assertThat(refused(record(new byte[0])).rejection().reason())
                .isEqualTo(RejectionReason.MALFORMED_BEEF);
    }

    @Test
    void refusesMalformedHeaders() throws Exception {
        Refusal refusal = refused(record(beef(), "x-topics", "[\"tm_any\""));

        assertThat(refusal.rejection().reason()).isEqualTo(RejectionReason.MALFORMED_HEADERS);
        assertThat(refusal.submissionId()).isEqualTo("beef-submissions-3-42");
    }

    @Test
    void namesThePositionInsteadOfAnIdThatNobodyMayUse() throws Exception {
        Refusal refusal = refused(record(beef(), "brisket-submission-id", "tab\there"));

        assertThat(refusal.rejection().reason()).isEqualTo(RejectionReason.MALFORMED_HEADERS);
        assertThat(refusal.submissionId()).isEqualTo("beef-submissions-3-42");
    }

    @Test
    void refusesARecordThatIsTooLargeForHexadecimalText() throws Exception {
        assertThat(refused(record(new byte[2 * MAX_BYTES + 1])).rejection().reason())
                .isEqualTo(RejectionReason.RECORD_TOO_LARGE);
    }

    @Test
    void refusesBinaryBeefThatIsTooLarge() throws Exception {
        byte[] padded = Arrays.copyOf(beef(), MAX_BYTES + 1);

        assertThat(refused(record(padded)).rejection().reason())
                .isEqualTo(RejectionReason.RECORD_TOO_LARGE);
    }

    @Test
    void goesOnAfterARefusal() throws Exception {
        harness.processElement(record(new byte[] {1}), 0);
        harness.processElement(record(beef()), 0);

        assertThat(harness.extractOutputValues()).hasSize(1);
    }
}
