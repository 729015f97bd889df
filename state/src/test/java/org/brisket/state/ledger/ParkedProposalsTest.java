package org.brisket.state.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.state.ExampleTransactions.funding;
import static org.brisket.state.ExampleTransactions.output;
import static org.brisket.state.ExampleTransactions.rivals;
import static org.brisket.state.ExampleTransactions.spending;

import java.util.List;
import java.util.stream.IntStream;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.verdict.RejectionReason;
import org.brisket.state.ExampleTickets;
import org.brisket.state.submission.SubmissionTicket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Proposals that wait in a ledger for the fate of another transaction. */
class ParkedProposalsTest {
    private final ExampleLedger ledger = new ExampleLedger();
    private final Transaction parent = funding(1, 2);
    private final List<Transaction> rivals = rivals(output(parent, 0));
    private final Transaction child = rivals.get(0);
    private final Transaction grandchild = spending(1, output(child, 0));
    private SubmissionTicket holder;

    @BeforeEach
    void letTheCoinBeHeldByWhatGoesAfterTheChild() {
        ledger.submit(parent);
        holder = ledger.submitTogether(rivals.get(4));
        ledger.taken();
    }

    @Test
    void parksGrandchildrenBehindParkedChildrenAndReleasesTheLineInOneStep() {
        ledger.submit(child);
        ledger.submit(grandchild);
        assertThat(ledger.verdicts()).isEmpty();
        assertThat(ledger.store.parkedLines).containsOnlyKeys(holder.txid(), child.txid());

        ledger.abort(holder);

        assertThat(ledger.verdicts()).hasSize(2).allMatch(LedgerVerdict::isYes);
        assertThat(ledger.previousCoins)
                .containsExactly(List.of(), List.of(0), List.of(0), List.of(0));
        assertThat(ledger.store.parkedLines).isEmpty();
    }

    @Test
    void evaluatesAParkedParentThatTheChildBringsAlong() {
        ledger.submit(child);
        Transaction large = largerThan(rivals.get(4));
        ledger.taken();

        ledger.bring(large, child);

        assertThat(ledger.refusal()).isEqualTo(RejectionReason.COIN_CONTESTED);
    }

    private Transaction largerThan(Transaction other) {
        return IntStream.range(1, 200)
                .mapToObj(outputs -> spending(outputs, output(child, 0)))
                .filter(t -> t.txid().compareTo(other.txid()) > 0)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void releasesGrandchildrenWhenTheChildIsRefused() {
        ledger.submit(child);
        ledger.submit(grandchild);
        ledger.taken();

        ledger.commit(holder);

        List<LedgerVerdict> verdicts = ledger.verdicts();
        assertThat(verdicts).hasSize(2);
        assertThat(verdicts.get(0).rejection().orElseThrow().reason())
                .isEqualTo(RejectionReason.COIN_ALREADY_SPENT);
        assertThat(verdicts.get(1).isYes()).isTrue();
        assertThat(ledger.store.parkedLines).isEmpty();
        assertThat(ledger.holds(child)).isFalse();
    }

    @Test
    void answersEverySubmissionOfAParkedTransaction() {
        SubmissionTicket first = ledger.submit(child);
        SubmissionTicket second = ledger.submitTogether(child);
        assertThat(ledger.application(child).claims())
                .containsExactly(Claim.of(first), Claim.of(second));
        ledger.taken();

        ledger.abort(holder);

        assertThat(ledger.taken())
                .extracting(message -> ((LedgerMessage.Vote) message).ticket().key())
                .containsExactly(first.key(), second.key());
        assertThat(ledger.application(child).isCommitted()).isTrue();
    }

    @Test
    void letsTheFirstOfTwoParkedRivalsWin() {
        ledger.submit(rivals.get(1));
        ledger.submit(child);
        ledger.taken();
        ledger.abort(holder);

        List<LedgerVerdict> verdicts = ledger.verdicts();
        assertThat(verdicts.get(0).isYes()).isTrue();
        assertThat(verdicts.get(1).rejection().orElseThrow().detail())
                .contains(rivals.get(1).txid().toString());
    }

    @Test
    void ignoresOrdersForAParkedTransaction() {
        SubmissionTicket ticket = ledger.submit(child);
        ledger.taken();
        ledger.abort(ticket);
        ledger.rollback(child);
        ledger.abort(holder);

        assertThat(ledger.verdict().isYes()).isTrue();
    }

    @Test
    void refusesMoreThanTheLimitBehindOneTransaction() {
        for (int i = 0; i < ParkedProposals.MAX_BEHIND_ONE; i++) {
            ledger.submit(child);
        }
        assertThat(ledger.verdicts()).isEmpty();
        ledger.submit(child);

        assertThat(ledger.refusal()).isEqualTo(RejectionReason.PARENT_UNDECIDED);
        ledger.abort(holder);
        ledger.wakeUpToTheEnd();
        assertThat(ledger.verdicts())
                .hasSize(ParkedProposals.MAX_BEHIND_ONE)
                .allMatch(LedgerVerdict::isYes);
    }

    @Test
    void refusesMoreBytesThanTheLimitBehindOneTransaction() {
        int third = ParkedProposals.MAX_BYTES_BEHIND_ONE / 3 + 1;
        SubmissionTicket first = ExampleTickets.alone(child.txid(), 101);
        SubmissionTicket second = ExampleTickets.alone(child.txid(), 102);
        SubmissionTicket last = ExampleTickets.alone(child.txid(), 103);
        ledger.propose(heavy(first, third));
        ledger.propose(heavy(second, third));
        assertThat(ledger.verdicts()).isEmpty();
        ledger.propose(heavy(last, third));

        assertThat(ledger.refusal()).isEqualTo(RejectionReason.PARENT_UNDECIDED);
    }

    @Test
    void parksOneProposalWhateverItsSize() {
        SubmissionTicket ticket = ExampleTickets.alone(child.txid(), 101);
        ledger.propose(heavy(ticket, ParkedProposals.MAX_BYTES_BEHIND_ONE + 1));

        assertThat(ledger.verdicts()).isEmpty();
        assertThat(ledger.store.parkedLines).containsOnlyKeys(holder.txid());
    }

    private Proposal heavy(SubmissionTicket ticket, int bytes) {
        Proposal light = ExampleTickets.first(ticket, ExampleLedger.ID, child);
        return new Proposal(
                ticket,
                light.ledger(),
                light.extendedTransaction(),
                List.of(),
                new byte[bytes],
                light.source());
    }
}
