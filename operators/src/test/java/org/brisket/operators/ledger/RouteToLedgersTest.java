package org.brisket.operators.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.operators.ExampleRecords.record;

import java.util.List;
import java.util.Set;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.brisket.operators.Harnesses;
import org.brisket.operators.Refusals;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.submission.Atomicity;
import org.brisket.protocol.submission.KafkaRecord;
import org.brisket.protocol.submission.SubmissionMode;
import org.brisket.protocol.submission.SubmissionOptions;
import org.brisket.protocol.verdict.RejectionReason;
import org.brisket.state.ledger.Proposal;
import org.brisket.state.ledger.ProposalCodec;
import org.brisket.state.submission.Refusal;
import org.brisket.state.submission.SubmissionTicket;
import org.brisket.state.submission.VerifiedSubmission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteToLedgersTest {
    private static final Txid TXID = new Txid(1, 2, 3, 4);
    private static final KafkaRecord SOURCE = record(new byte[] {1});
    private static final byte[] SUBJECT = {7};
    private static final byte[] ANCESTOR = {6};
    private static final byte[] OFF_CHAIN = {5};

    private static VerifiedSubmission submission(
            Atomicity atomicity, SubmissionMode mode, long height, String... topics) {
        SubmissionOptions options =
                new SubmissionOptions("mine", List.of(topics), atomicity, mode, true);
        return new VerifiedSubmission(
                SOURCE, options, TXID, SUBJECT, List.of(ANCESTOR), height, OFF_CHAIN);
    }

    private static VerifiedSubmission to(String... topics) {
        return submission(Atomicity.ALL_OR_NOTHING, SubmissionMode.CURRENT, 0, topics);
    }

    private static OneInputStreamOperatorTestHarness<VerifiedSubmission, Proposal> route(
            boolean broadcasting, VerifiedSubmission submission) throws Exception {
        var harness =
                Harnesses.process(
                        new RouteToLedgers(Set.of("tm_a", "tm_b"), Set.of(), broadcasting),
                        new ProposalCodec().typeInfo());
        harness.processElement(submission, 0);
        harness.close();
        return harness;
    }

    private static Refusal refusal(VerifiedSubmission submission) throws Exception {
        var harness = route(true, submission);
        assertThat(harness.extractOutputValues()).isEmpty();
        List<Refusal> refusals = Harnesses.sideOutput(harness, Refusals.TAG);
        assertThat(refusals).hasSize(1);
        assertThat(refusals.get(0).source()).isSameAs(SOURCE);
        assertThat(refusals.get(0).txid()).contains(TXID);
        assertThat(refusals.get(0).submissionId()).isEqualTo("mine");
        return refusals.get(0);
    }

    @Test
    void putsASubmissionBeforeEveryLedgerThatItNamesInOrder() throws Exception {
        List<Proposal> proposals = route(true, to("tm_b", "tm_a")).extractOutputValues();

        assertThat(proposals)
                .extracting(Proposal::ledger)
                .containsExactly("TOPIC:tm_b", "TOPIC:tm_a");
        assertThat(proposals).allMatch(p -> p.extendedTransaction() == SUBJECT);
        assertThat(proposals).allMatch(p -> p.offChainValues() == OFF_CHAIN);
    }

    @Test
    void sendsTheRecordWithTheFirstProposalAndTheAncestorsWithEach() throws Exception {
        List<Proposal> proposals = route(true, to("tm_b", "tm_a")).extractOutputValues();

        assertThat(proposals.get(0).source()).containsSame(SOURCE);
        assertThat(proposals.get(1).source()).isEmpty();
        assertThat(proposals).allMatch(p -> p.ancestors().equals(List.of(ANCESTOR)));
    }

    @ParameterizedTest
    @CsvSource({
        "ALL_OR_NOTHING, CURRENT, 0, true, true, true",
        "INDEPENDENT, CURRENT, 0, true, false, true",
        "ALL_OR_NOTHING, HISTORICAL, 0, true, true, false",
        "ALL_OR_NOTHING, CURRENT, 800000, true, true, false",
        "ALL_OR_NOTHING, CURRENT, 0, false, true, false"
    })
    void writesTheTicket(
            Atomicity atomicity,
            SubmissionMode mode,
            long height,
            boolean broadcasting,
            boolean together,
            boolean broadcast)
            throws Exception {
        VerifiedSubmission submission = submission(atomicity, mode, height, "tm_a", "tm_b");
        List<Proposal> proposals = route(broadcasting, submission).extractOutputValues();

        assertThat(proposals)
                .extracting(Proposal::ticket)
                .containsOnly(
                        new SubmissionTicket(
                                "mine", SOURCE.position(), TXID, 2, together, broadcast, height));
    }

    @Test
    void refusesASubmissionThatNamesATopicWhichIsNotHosted() throws Exception {
        Refusal refusal = refusal(to("tm_a", "tm_elsewhere"));

        assertThat(refusal.rejection().reason()).isEqualTo(RejectionReason.UNKNOWN_TOPIC);
        assertThat(refusal.rejection().detail()).contains("tm_elsewhere");
    }

    @Test
    void refusesASubmissionThatNamesNoTopic() throws Exception {
        assertThat(refusal(to()).rejection().reason()).isEqualTo(RejectionReason.NO_TOPICS);
    }
}
