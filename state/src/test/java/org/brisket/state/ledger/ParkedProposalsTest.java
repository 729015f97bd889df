package org.brisket.state.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.state.ExampleTransactions.funding;
import static org.brisket.state.ExampleTransactions.output;
import static org.brisket.state.ExampleTransactions.spending;

import java.util.List;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.verdict.RejectionReason;
import org.brisket.state.ExampleTickets;
import org.brisket.state.submission.SubmissionTicket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Proposals that stand on a transaction whose fate is open. */
class ParkedProposalsTest {
    private final ExampleLedger ledger = new ExampleLedger();
    private final Transaction parent = funding(1, 2);
    private final Transaction child = spending(2, output(parent, 0));
    private final Transaction grandchild = spending(1, output(child, 0));
    private SubmissionTicket undecided;

    @BeforeEach
    void submitTheParentToTwoLedgers() {
        undecided = ledger.submitTogether(parent);
        ledger.taken();
    }

    @Test
    void waitsForAPendingParentAndSpendsItsCoinAfterTheCommit() {
        ledger.submit(child);
        assertThat(ledger.taken()).isEmpty();

        ledger.commit(undecided);

        assertThat(ledger.verdict().isYes()).isTrue();
        assertThat(ledger.previousCoins).containsExactly(List.of(), List.of(0));
        assertThat(ledger.store.parkedLines).isEmpty();
    }

    @Test
    void waitsForAPendingParentAndFindsNoCoinAfterTheAbort() {
        ledger.submit(child);
        ledger.abort(undecided);

        assertThat(ledger.verdict().isYes()).isTrue();
        assertThat(ledger.previousCoins).containsExactly(List.of(), List.of());
        assertThat(ledger.store.parkedLines).isEmpty();
    }

    @Test
    void waitsForAPendingParentAndFindsNoCoinAfterTheRollback() {
        ledger.submit(child);
        ledger.rollback(parent);

        assertThat(ledger.previousCoins).containsExactly(List.of(), List.of());
        assertThat(ledger.store.parkedLines).isEmpty();
    }

    @Test
    void parksGrandchildrenBehindParkedChildrenAndReleasesTheLineInOneStep() {
        ledger.submit(child);
        ledger.submit(grandchild);
        assertThat(ledger.taken()).isEmpty();
        assertThat(ledger.store.parkedLines).containsOnlyKeys(parent.txid(), child.txid());

        ledger.commit(undecided);

        assertThat(ledger.verdicts()).hasSize(2).allMatch(LedgerVerdict::isYes);
        assertThat(ledger.previousCoins).containsExactly(List.of(), List.of(0), List.of(0));
        assertThat(ledger.store.parkedLines).isEmpty();
    }

    @Test
    void keepsGrandchildrenWaitingWhileTheChildIsPendingItself() {
        SubmissionTicket childTicket = ledger.submitTogether(child);
        ledger.submit(grandchild);
        ledger.commit(undecided);
        assertThat(ledger.verdicts()).hasSize(1);

        ledger.commit(childTicket);

        assertThat(ledger.verdict().isYes()).isTrue();
    }

    @Test
    void releasesGrandchildrenWhenTheChildIsRefused() {
        ledger.commit(undecided);
        SubmissionTicket rival = ledger.submitTogether(spending(3, output(parent, 0)));
        Transaction both = spending(1, output(rivalOf(rival), 0), output(parent, 1));
        ledger.submit(both);
        ledger.submit(spending(1, output(both, 0)));
        ledger.submit(spending(9, output(parent, 1)));
        ledger.taken();

        ledger.commit(rival);

        List<LedgerVerdict> verdicts = ledger.verdicts();
        assertThat(verdicts).hasSize(2);
        assertThat(verdicts.get(0).rejection().orElseThrow().reason())
                .isEqualTo(RejectionReason.COIN_ALREADY_SPENT);
        assertThat(verdicts.get(1).isYes()).isTrue();
        assertThat(ledger.store.parkedLines).isEmpty();
        assertThat(ledger.holds(both)).isFalse();
    }

    private static Transaction rivalOf(SubmissionTicket ticket) {
        Transaction rival = spending(3, output(funding(1, 2), 0));
        assertThat(rival.txid()).isEqualTo(ticket.txid());
        return rival;
    }

    @Test
    void answersEverySubmissionOfAParkedTransaction() {
        SubmissionTicket first = ledger.submit(child);
        SubmissionTicket second = ledger.submitTogether(child);
        assertThat(ledger.store.application(child.txid()).orElseThrow().undecided())
                .containsExactly(first.key(), second.key());

        ledger.commit(undecided);

        assertThat(ledger.taken())
                .extracting(message -> ((LedgerMessage.Vote) message).ticket().key())
                .containsExactly(first.key(), second.key());
        assertThat(ledger.store.application(child.txid()).orElseThrow().isCommitted()).isTrue();
    }

    @Test
    void letsTheFirstOfTwoParkedRivalsWin() {
        ledger.submit(child);
        ledger.submit(spending(3, output(parent, 0)));
        ledger.commit(undecided);

        List<LedgerVerdict> verdicts = ledger.verdicts();
        assertThat(verdicts.get(0).isYes()).isTrue();
        assertThat(verdicts.get(1).rejection().orElseThrow().detail())
                .contains(child.txid().toString());
    }

    @Test
    void waitsForOneParentAfterTheOther() {
        Transaction second = funding(2, 1);
        SubmissionTicket secondTicket = ledger.submitTogether(second);
        ledger.taken();
        ledger.submit(spending(1, output(parent, 0), output(second, 0)));

        ledger.commit(undecided);
        assertThat(ledger.taken()).isEmpty();
        ledger.commit(secondTicket);

        assertThat(ledger.verdict().isYes()).isTrue();
        assertThat(ledger.previousCoins.get(2)).containsExactly(0, 1);
    }

    @Test
    void ignoresOrdersForAParkedTransaction() {
        SubmissionTicket ticket = ledger.submit(child);
        ledger.abort(ticket);
        ledger.rollback(child);
        ledger.commit(undecided);

        assertThat(ledger.verdict().isYes()).isTrue();
    }

    @Test
    void refusesMoreThanTheLimitBehindOneTransaction() {
        for (int i = 0; i < ParkedProposals.MAX_BEHIND_ONE; i++) {
            ledger.submit(child);
        }
        assertThat(ledger.taken()).isEmpty();
        ledger.submit(child);

        assertThat(ledger.refusal()).isEqualTo(RejectionReason.PARENT_UNDECIDED);
        ledger.commit(undecided);
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
        assertThat(ledger.taken()).isEmpty();
        ledger.propose(heavy(last, third));

        assertThat(ledger.refusal()).isEqualTo(RejectionReason.PARENT_UNDECIDED);
    }

    @Test
    void parksOneProposalWhateverItsSize() {
        SubmissionTicket ticket = ExampleTickets.alone(child.txid(), 101);
        ledger.propose(heavy(ticket, ParkedProposals.MAX_BYTES_BEHIND_ONE + 1));

        assertThat(ledger.taken()).isEmpty();
        assertThat(ledger.store.parkedLines).containsOnlyKeys(parent.txid());
    }

    private Proposal heavy(SubmissionTicket ticket, int bytes) {
        Proposal light = ExampleTickets.first(ticket, ExampleLedger.ID, child);
        return new Proposal(
                ticket,
                light.ledger(),
                light.extendedTransaction(),
                new byte[bytes],
                light.payload());
    }
}
