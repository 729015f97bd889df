package org.brisket.operators.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.state.ExampleTransactions.funding;
import static org.brisket.state.ExampleTransactions.output;
import static org.brisket.state.ExampleTransactions.rivals;
import static org.brisket.state.ExampleTransactions.spending;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.brisket.operators.Harnesses;
import org.brisket.operators.output.OutputTopics;
import org.brisket.protocol.submission.OutboundRecord;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.verdict.RejectionReason;
import org.brisket.state.ExampleTickets;
import org.brisket.state.ledger.LedgerMessage;
import org.brisket.state.ledger.LedgerMessageCodec;
import org.brisket.state.ledger.LedgerOrder;
import org.brisket.state.ledger.LedgerVerdict;
import org.brisket.state.ledger.Proposal;
import org.brisket.state.ledger.StepBudget;
import org.brisket.state.query.CoinCursor;
import org.brisket.state.query.LedgerCommand;
import org.brisket.state.query.LedgerQuery;
import org.brisket.state.submission.SubmissionTicket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApplyToLedgerTest {
    private static final String ANY = "TOPIC:tm_any";
    private static final OutputTopics TOPICS = new OutputTopics("", "", "", "", "", "answers", "");
    private static final Transaction PARENT = funding(1, 2);
    private static final Transaction CHILD = spending(1, output(PARENT, 0));
    private static final Transaction SMALL = rivals(output(PARENT, 0)).get(0);
    private static final Transaction LARGE = rivals(output(PARENT, 0)).get(4);

    private KeyedTwoInputStreamOperatorTestHarness<String, Proposal, LedgerCommand, LedgerMessage>
            harness;
    private int seen;

    @BeforeEach
    void open() throws Exception {
        harness = harness();
        harness.open();
    }

    private static KeyedTwoInputStreamOperatorTestHarness<
                    String, Proposal, LedgerCommand, LedgerMessage>
            harness() throws Exception {
        return Harnesses.byText(
                new ApplyToLedger(TOPICS),
                Proposal::ledger,
                LedgerCommand::ledger,
                new LedgerMessageCodec().typeInfo());
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    private void propose(SubmissionTicket ticket, String ledger, Transaction transaction)
            throws Exception {
        harness.processElement1(ExampleTickets.first(ticket, ledger, transaction), 0);
    }

    private void submit(long offset, String ledger, Transaction transaction) throws Exception {
        propose(ExampleTickets.alone(transaction.txid(), offset), ledger, transaction);
    }

    private void order(LedgerOrder.Kind kind, SubmissionTicket ticket) throws Exception {
        order(new LedgerOrder(ANY, kind, ticket.txid(), ticket.key()));
    }

    private void order(LedgerOrder order) throws Exception {
        harness.processElement2(new LedgerCommand.Order(order), 0);
    }

    /** What was said since this was last asked. */
    private List<LedgerMessage> said() {
        List<LedgerMessage> all = harness.extractOutputValues();
        List<LedgerMessage> fresh = List.copyOf(all.subList(seen, all.size()));
        seen = all.size();
        return fresh;
    }

    private LedgerVerdict verdict() {
        List<LedgerMessage> said = said();
        assertThat(said).hasSize(1);
        return ((LedgerMessage.Vote) said.get(0)).verdict();
    }

    private void restart() throws Exception {
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();
        harness = harness();
        harness.initializeState(snapshot);
        harness.open();
        seen = 0;
    }

    @Test
    void asksTheManagerOfTheTopic() throws Exception {
        submit(1, ANY, PARENT);

        LedgerVerdict verdict = verdict();
        assertThat(verdict.isYes()).isTrue();
        assertThat(verdict.ledger()).isEqualTo(ANY);
        assertThat(verdict.instructions().outputsToAdmit()).containsExactly(0, 1);
    }

    @Test
    void keepsTheCoinsOfTwoTopicsApart() throws Exception {
        submit(1, ANY, PARENT);
        submit(2, "TOPIC:tm_hello", PARENT);

        assertThat(
                        ((LedgerMessage.Vote) said().get(1))
                                .verdict()
                                .rejection()
                                .orElseThrow()
                                .reason())
                .isEqualTo(RejectionReason.NOTHING_TO_ADMIT);
    }

    @Test
    void votesTheSameOnARepeatAfterARestart() throws Exception {
        submit(1, ANY, PARENT);
        submit(2, ANY, CHILD);
        LedgerVerdict first = ((LedgerMessage.Vote) said().get(1)).verdict();
        restart();
        submit(3, ANY, CHILD);

        LedgerVerdict again = verdict();
        assertThat(again.instructions()).isEqualTo(first.instructions());
        assertThat(again.committedBefore()).isTrue();
    }

    @Test
    void refusesASecondSpendAfterARestart() throws Exception {
        submit(1, ANY, PARENT);
        submit(2, ANY, CHILD);
        restart();
        submit(3, ANY, spending(2, output(PARENT, 0)));

        assertThat(verdict().rejection().orElseThrow().detail()).contains(CHILD.txid().toString());
    }

    /** An undecided transaction holds the parent's coin, which smaller txids may wait for. */
    private SubmissionTicket holdTheCoin() throws Exception {
        submit(0, ANY, PARENT);
        SubmissionTicket ticket = ExampleTickets.together(LARGE.txid(), 1, 2);
        propose(ticket, ANY, LARGE);
        said();
        return ticket;
    }

    @Test
    void releasesParkedProposalsAfterARestart() throws Exception {
        SubmissionTicket ticket = holdTheCoin();
        submit(2, ANY, SMALL);
        assertThat(said()).isEmpty();
        restart();
        order(LedgerOrder.Kind.ABORT, ticket);

        LedgerMessage.Vote vote = (LedgerMessage.Vote) said().get(0);
        assertThat(vote.verdict().instructions().coinsRemoved()).containsExactly(0);
        assertThat(vote.payload().orElseThrow().source().position())
                .isEqualTo(ExampleTickets.at(2));
    }

    @Test
    void objectsToDependantsOfWhatIsRolledBack() throws Exception {
        submit(1, ANY, PARENT);
        submit(2, ANY, CHILD);
        said();
        restart();
        order(new LedgerOrder(ANY, LedgerOrder.Kind.ROLLBACK, PARENT.txid(), ""));

        assertThat(said())
                .containsExactly(new LedgerMessage.Objection(CHILD.txid(), PARENT.txid()));
    }

    @Test
    void goesOnAfterARestartWithWhatWasTooMuchForOneStep() throws Exception {
        int more = StepBudget.DEFAULT.proposals() + 1;
        SubmissionTicket ticket = holdTheCoin();
        for (int i = 0; i < more; i++) {
            submit(2 + i, ANY, SMALL);
        }
        order(LedgerOrder.Kind.ABORT, ticket);
        assertThat(said()).hasSize(StepBudget.DEFAULT.proposals());
        restart();
        assertThat(said()).isEmpty();
        harness.setProcessingTime(1);

        assertThat(verdict().isYes()).isTrue();
        assertThat(harness.numProcessingTimeTimers()).isZero();
    }

    @Test
    void answersQueriesFromWhatItHolds() throws Exception {
        submit(1, ANY, PARENT);
        restart();
        harness.processElement2(
                new LedgerCommand.Question(
                        new LedgerQuery.LiveCoins("q", ANY, CoinCursor.START, 1)),
                0);

        List<OutboundRecord> answers = Harnesses.sideOutput(harness, ApplyToLedger.ANSWERS);
        assertThat(answers).extracting(OutboundRecord::topic).containsExactly("answers");
        assertThat(new String(answers.get(0).value(), StandardCharsets.UTF_8))
                .contains(output(PARENT, 0).toString(), "\"sequence\":1", "\"next\":\"1.1\"");
        assertThat(said()).isEmpty();
    }
}
