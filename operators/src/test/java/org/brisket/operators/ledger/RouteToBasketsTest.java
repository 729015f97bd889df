package org.brisket.operators.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.protocol.overlay.basket.SampleStock.available;
import static org.brisket.protocol.overlay.topic.SampleTokens.transfer;

import java.util.List;
import java.util.Set;
import org.brisket.operators.Harnesses;
import org.brisket.operators.Refusals;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.overlay.BasketManagers;
import org.brisket.protocol.overlay.SampleTransaction;
import org.brisket.protocol.overlay.basket.SampleStock;
import org.brisket.protocol.submission.Atomicity;
import org.brisket.protocol.submission.SubmissionMode;
import org.brisket.protocol.submission.SubmissionOptions;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.verdict.RejectionReason;
import org.brisket.state.ExampleTickets;
import org.brisket.state.ledger.Proposal;
import org.brisket.state.ledger.ProposalCodec;
import org.brisket.state.submission.Refusal;
import org.brisket.state.submission.VerifiedSubmission;
import org.junit.jupiter.api.Test;

class RouteToBasketsTest {
    private static final Outpoint GOLD = new Outpoint(new Txid(7, 7, 7, 7), 0);
    private static final String GOLD_LEDGER = "BASKET:btms/p btms:" + GOLD;
    private static final String TEA_LEDGER = "BASKET:" + SampleStock.ledger("tea");

    private List<Proposal> proposals;
    private List<Refusal> refusals;

    private void route(Set<String> baskets, SampleTransaction sample, String... topics)
            throws Exception {
        byte[] subject = sample.build().toBytes();
        SubmissionOptions options =
                new SubmissionOptions(
                        "mine",
                        List.of(topics),
                        Atomicity.ALL_OR_NOTHING,
                        SubmissionMode.CURRENT,
                        false);
        var harness =
                Harnesses.process(
                        new RouteToLedgers(Set.of("tm_a"), baskets, true),
                        new ProposalCodec().typeInfo());
        harness.processElement(
                new VerifiedSubmission(
                        ExampleTickets.source(1),
                        options,
                        sample.build().transaction().txid(),
                        subject,
                        List.of(),
                        0,
                        new byte[0]),
                0);
        harness.close();
        proposals = harness.extractOutputValues();
        refusals = Harnesses.sideOutput(harness, Refusals.TAG);
    }

    private static SampleTransaction goldAndTea() {
        return new SampleTransaction().foreign(available("tea", 3)).output(transfer(GOLD, 5));
    }

    private static final Set<String> BOTH = Set.of("btms/p btms", "inventory/stock");

    @Test
    void putsASubmissionBeforeItsTopicsAndThenTheBasketsThatItTouches() throws Exception {
        route(BOTH, goldAndTea(), "tm_a");

        assertThat(proposals)
                .extracting(Proposal::ledger)
                .containsExactly("TOPIC:tm_a", GOLD_LEDGER, TEA_LEDGER);
        assertThat(proposals)
                .extracting(proposal -> proposal.ticket().ledgerCount())
                .containsOnly(3);
        assertThat(proposals.get(0).source()).isPresent();
        assertThat(proposals.get(1).source()).isEmpty();
    }

    @Test
    void needsNoTopicWhereABasketIsTouched() throws Exception {
        route(BOTH, goldAndTea());

        assertThat(proposals).extracting(Proposal::ledger).containsExactly(GOLD_LEDGER, TEA_LEDGER);
        assertThat(proposals.get(0).source()).isPresent();
    }

    @Test
    void leavesOutBasketsThatAreNotHosted() throws Exception {
        route(Set.of("btms/p btms", "inventory/other stock"), goldAndTea());

        assertThat(proposals).extracting(Proposal::ledger).containsExactly(GOLD_LEDGER);
    }

    @Test
    void refusesASubmissionThatNamesNoTopicAndTouchesNoBasket() throws Exception {
        route(BOTH, new SampleTransaction());

        assertThat(proposals).isEmpty();
        assertThat(refusals.get(0).rejection().reason()).isEqualTo(RejectionReason.NO_TOPICS);
        assertThat(refusals.get(0).rejection().detail()).contains("no topic", "no basket");
    }

    @Test
    void refusesASubmissionThatTouchesTooManyBaskets() throws Exception {
        SampleTransaction sample = new SampleTransaction();
        for (int article = 0; article <= BasketManagers.MOST_LEDGERS; article++) {
            sample.output(available("tea-" + article, 1));
        }
        route(BOTH, sample, "tm_a");

        assertThat(proposals).isEmpty();
        assertThat(refusals.get(0).rejection().reason())
                .isEqualTo(RejectionReason.TOO_MANY_LEDGERS);
    }

    @Test
    void refusesATopicThatIsNotHostedWhateverTheBaskets() throws Exception {
        route(BOTH, goldAndTea(), "tm_elsewhere");

        assertThat(proposals).isEmpty();
        assertThat(refusals.get(0).rejection().reason()).isEqualTo(RejectionReason.UNKNOWN_TOPIC);
    }
}
