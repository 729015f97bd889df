package org.brisket.state.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.state.ExampleTransactions.funding;
import static org.brisket.state.ExampleTransactions.output;
import static org.brisket.state.ExampleTransactions.spending;

import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.verdict.RejectionReason;
import org.brisket.state.ExampleTickets;
import org.brisket.state.submission.SubmissionTicket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands on an undone transaction, between the objection and the order that undoes it. */
class CondemnedTest {
    private final ExampleLedger ledger = new ExampleLedger();
    private final Transaction parent = funding(1, 2);
    private final Transaction child = spending(1, output(parent, 0));

    @BeforeEach
    void submitTheParent() {
        ledger.submit(parent);
        ledger.taken();
    }

    private Application held() {
        return ledger.store.application(child.txid()).orElseThrow();
    }

    @Test
    void saysNoToSubmissionsOfACondemnedTransaction() {
        ledger.submit(child);
        ledger.rollback(parent);
        ledger.taken();
        ledger.submit(child);

        assertThat(ledger.refusal()).isEqualTo(RejectionReason.PARENT_ROLLED_BACK);
    }

    @Test
    void evaluatesItAfreshOnceItIsUndone() {
        ledger.submit(child);
        ledger.rollback(parent);
        ledger.rollback(child);
        ledger.taken();
        ledger.submit(child);

        assertThat(ledger.verdict().isYes()).isTrue();
        assertThat(ledger.previousCoins.get(2)).isEmpty();
    }

    @Test
    void staysUntilEverySubmissionBehindItIsAborted() {
        SubmissionTicket first = ledger.submitTogether(child);
        SubmissionTicket second = ledger.submitTogether(child);
        ledger.rollback(parent);

        ledger.abort(first);
        assertThat(held().isCondemned()).isTrue();
        ledger.abort(second);
        assertThat(ledger.holds(child)).isFalse();
    }

    @Test
    void waitsForTheRollbackIfACommitWasOnItsWay() {
        SubmissionTicket first = ledger.submitTogether(child);
        SubmissionTicket second = ledger.submitTogether(child);
        ledger.rollback(parent);
        ledger.commit(first);
        ledger.abort(second);
        assertThat(held().isCondemned()).isTrue();

        ledger.rollback(child);
        assertThat(ledger.holds(child)).isFalse();
    }

    @Test
    void isPardonedWhenABlockHoldsIt() {
        ledger.submit(child);
        ledger.rollback(parent);
        ledger.uphold(child);
        ledger.taken();
        ledger.submit(child);

        assertThat(ledger.verdict().committedBefore()).isTrue();
        assertThat(ledger.isLive(output(child, 0))).isTrue();
    }

    @Test
    void objectsToACommitAfterARollbackThatItDoesNotKnow() {
        SubmissionTicket ticket = ExampleTickets.alone(child.txid(), 9);
        ledger.verify(ticket);

        assertThat(ledger.taken())
                .containsExactly(new LedgerMessage.Objection(child.txid(), child.txid()));
    }

    @Test
    void objectsToACommitOfAnApplicationThatAnotherOneReplaced() {
        SubmissionTicket stale = ledger.submitTogether(child);
        ledger.rollback(child);
        ledger.submitTogether(child);
        ledger.taken();
        ledger.verify(stale, 2);
        assertThat(ledger.taken())
                .containsExactly(new LedgerMessage.Objection(child.txid(), child.txid()));
        assertThat(held().isDecided()).isFalse();

        ledger.verify(stale, 4);
        assertThat(ledger.taken()).isEmpty();
        assertThat(held().isDecided()).isTrue();
    }

    @Test
    void takesAVerificationOfWhatItHoldsForACommit() {
        SubmissionTicket ticket = ledger.submitTogether(child);
        ledger.taken();
        ledger.verify(ticket);

        assertThat(held().isDecided()).isTrue();
        assertThat(ledger.taken()).isEmpty();
    }

    @Test
    void undoesAnIndependentCommitThatIsAbortedAndObjectsToWhatStandsOnIt() {
        SubmissionTicket ticket =
                ledger.propose(ExampleTickets.independent(child.txid(), 9, 2), child);
        Transaction grandchild = spending(1, output(child, 0));
        ledger.submit(grandchild);
        ledger.taken();
        ledger.abort(ticket);

        assertThat(ledger.holds(child)).isFalse();
        assertThat(ledger.isLive(output(parent, 0))).isTrue();
        assertThat(ledger.taken())
                .containsExactly(new LedgerMessage.Objection(grandchild.txid(), child.txid()));
    }

    @Test
    void doesNotCallAnIndependentCommitDecidedBeforeItIs() {
        SubmissionTicket ticket =
                ledger.propose(ExampleTickets.independent(child.txid(), 9, 2), child);
        ledger.taken();
        ledger.submitTogether(child);
        assertThat(ledger.verdict().committedBefore()).isFalse();

        ledger.commit(ticket);
        ledger.submitTogether(child);
        assertThat(ledger.verdict().committedBefore()).isTrue();
    }
}
