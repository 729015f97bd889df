package org.brisket.state.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.state.ExampleTransactions.funding;
import static org.brisket.state.ExampleTransactions.output;
import static org.brisket.state.ExampleTransactions.rivals;
import static org.brisket.state.ExampleTransactions.spending;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.protocol.verdict.RejectionReason;
import org.brisket.state.ExampleTickets;
import org.brisket.state.submission.SubmissionTicket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two transactions want one coin while neither is decided: only the smaller txid may wait. */
class ContendersTest {
    private final ExampleLedger ledger = new ExampleLedger();
    private final Transaction parent = funding(1, 2);
    private final List<Transaction> rivals = rivals(output(parent, 0));
    private final Transaction first = rivals.get(0);
    private final Transaction second = rivals.get(1);
    private final Transaction last = rivals.get(4);

    @BeforeEach
    void admitTheParent() {
        ledger.submit(parent);
        ledger.taken();
    }

    @Test
    void waitsForAHolderWithALargerTxid() {
        ledger.submitTogether(last);
        ledger.taken();

        ledger.submit(first);

        assertThat(ledger.taken()).isEmpty();
        assertThat(ledger.store.parkedLines).containsOnlyKeys(last.txid());
    }

    @Test
    void takesTheCoinOnceTheHolderIsGone() {
        SubmissionTicket holder = ledger.submitTogether(last);
        ledger.submit(first);
        ledger.taken();

        ledger.abort(holder);

        assertThat(ledger.verdict().isYes()).isTrue();
        assertThat(ledger.previousCoins.get(2)).containsExactly(0);
        assertThat(ledger.holds(last)).isFalse();
        assertThat(ledger.store.parkedLines).isEmpty();
    }

    @Test
    void isRefusedOnceTheHolderIsCommitted() {
        SubmissionTicket holder = ledger.submitTogether(last);
        ledger.submit(first);
        ledger.taken();

        ledger.commit(holder);

        Rejection rejection = ledger.verdict().rejection().orElseThrow();
        assertThat(rejection.reason()).isEqualTo(RejectionReason.COIN_ALREADY_SPENT);
        assertThat(rejection.detail()).contains(last.txid().toString());
    }

    @Test
    void refusesALargerTxidThanTheHolders() {
        ledger.submitTogether(first);
        ledger.taken();

        ledger.submit(last);

        Rejection rejection = ledger.verdict().rejection().orElseThrow();
        assertThat(rejection.reason()).isEqualTo(RejectionReason.COIN_CONTESTED);
        assertThat(rejection.detail())
                .contains(output(parent, 0).toString())
                .contains(first.txid().toString());
        assertThat(ledger.store.parkedLines).isEmpty();
    }

    @Test
    void refusesAContenderThatIsLargerThanAnyWhoClaimTheHolder() {
        ledger.submitTogether(last);
        ledger.bringTogether(childSmallerThan(first), last);
        ledger.taken();

        ledger.submit(first);

        assertThat(ledger.refusal()).isEqualTo(RejectionReason.COIN_CONTESTED);
    }

    private Transaction childSmallerThan(Transaction other) {
        return children().filter(t -> t.txid().compareTo(other.txid()) < 0).findFirst().get();
    }

    private Transaction childLargerThan(Transaction other) {
        return children().filter(t -> t.txid().compareTo(other.txid()) > 0).findFirst().get();
    }

    private Stream<Transaction> children() {
        return IntStream.range(1, 200).mapToObj(outputs -> spending(outputs, output(last, 0)));
    }

    @Test
    void letsNobodyJoinTheHolderWhoIsSmallerThanAContender() {
        SubmissionTicket holder = ledger.submitTogether(last);
        ledger.taken();
        ledger.submit(second);
        Transaction small = childSmallerThan(second);
        ledger.bringTogether(small, last);
        assertThat(ledger.taken()).isEmpty();

        ledger.commit(holder);

        List<LedgerVerdict> verdicts = ledger.verdicts();
        assertThat(verdicts).extracting(LedgerVerdict::isYes).containsExactly(false, true);
    }

    @Test
    void letsThoseJoinTheHolderWhoAreLargerThanEveryContender() {
        ledger.submitTogether(last);
        ledger.taken();
        ledger.submit(first);
        ledger.submit(second);
        Transaction large = childLargerThan(second);

        ledger.bringTogether(large, last);

        assertThat(ledger.verdict().isYes()).isTrue();
    }

    @Test
    void waitsForWhatIsAboutToBeUndone() {
        SubmissionTicket doomed = ledger.submitTogether(funding(7, 1));
        Transaction grand = spending(1, output(funding(7, 1), 0), output(parent, 0));
        ledger.submit(grand);
        ledger.order(LedgerOrder.Kind.ROLLBACK, doomed.txid());
        ledger.taken();

        ledger.submit(second);
        assertThat(ledger.taken()).isEmpty();
        ledger.rollback(grand);

        assertThat(ledger.verdict().isYes()).isTrue();
    }

    @Test
    void blocksInTwoLedgersAndOneOfTheTwoWins() {
        ExampleLedger other = new ExampleLedger();
        other.submit(parent);
        SubmissionTicket small = ExampleTickets.together(first.txid(), 11, 2);
        SubmissionTicket large = ExampleTickets.together(last.txid(), 12, 2);
        ledger.propose(small, first);
        other.propose(large, last);
        ledger.taken();
        other.taken();

        ledger.propose(large, last);
        other.propose(small, first);

        assertThat(ledger.refusal()).isEqualTo(RejectionReason.COIN_CONTESTED);
        assertThat(other.taken()).isEmpty();
        other.abort(large);
        assertThat(other.verdict().isYes()).isTrue();
    }
}
