package org.brisket.state.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.state.ExampleTransactions.funding;
import static org.brisket.state.ExampleTransactions.output;
import static org.brisket.state.ExampleTransactions.spending;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.protocol.verdict.RejectionReason;
import org.brisket.state.submission.SubmissionTicket;
import org.junit.jupiter.api.Test;

/** Unmined ancestors come along with a subject, and it joins those that are undecided. */
class AncestorsTest {
    private final ExampleLedger ledger = new ExampleLedger();
    private final Transaction parent = funding(1, 2);
    private final Transaction child = spending(2, output(parent, 0));
    private final Transaction grandchild = spending(1, output(child, 0), output(parent, 1));

    private List<Txid> broughtAlong() {
        LedgerMessage.Vote vote = (LedgerMessage.Vote) ledger.taken().get(0);
        assertThat(vote.verdict().isYes()).isTrue();
        return vote.ancestors().stream().map(AncestorVerdict::txid).toList();
    }

    @Test
    void evaluatesWhatItDoesNotHoldFirst() {
        ledger.bring(grandchild, parent, child);

        assertThat(broughtAlong()).containsExactly(parent.txid(), child.txid());
        assertThat(ledger.previousCoins).containsExactly(List.of(), List.of(0), List.of(0, 1));
        assertThat(live()).containsExactlyInAnyOrder(output(child, 1), output(grandchild, 0));
        assertThat(ledger.application(parent).position().sequence()).isEqualTo(1);
        assertThat(ledger.application(grandchild).position().sequence()).isEqualTo(3);
    }

    private Set<Outpoint> live() {
        Set<Outpoint> live = new HashSet<>();
        ledger.store.coins.forEach(
                (outpoint, coin) -> {
                    if (coin.spender().isEmpty()) {
                        live.add(outpoint);
                    }
                });
        return live;
    }

    @Test
    void givesTheSameLedgerInEveryOrderOfArrival() {
        Set<LiveDigest> digests = new HashSet<>();
        for (List<Transaction> order : orders(List.of(parent, child, grandchild))) {
            ExampleLedger any = new ExampleLedger();
            for (Transaction transaction : order) {
                if (transaction == parent) {
                    any.submit(parent);
                } else if (transaction == child) {
                    any.bring(child, parent);
                } else {
                    any.bring(grandchild, parent, child);
                }
                assertThat(any.verdict().isYes()).isTrue();
            }
            digests.add(any.store.position().digest());
        }
        assertThat(digests).hasSize(1);
    }

    private static <T> List<List<T>> orders(List<T> of) {
        if (of.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> all = new ArrayList<>();
        for (T first : of) {
            List<T> rest = new ArrayList<>(of);
            rest.remove(first);
            for (List<T> order : orders(rest)) {
                List<T> whole = new ArrayList<>(List.of(first));
                whole.addAll(order);
                all.add(whole);
            }
        }
        return all;
    }

    @Test
    void takesNoAncestorAlongIfTheSubjectIsRefused() {
        ledger.submit(parent);
        ledger.submit(child);
        Transaction rival = spending(3, output(parent, 1));
        Transaction subject = spending(1, output(rival, 0), output(parent, 0));
        ledger.taken();

        ledger.bring(subject, rival);

        assertThat(ledger.refusal()).isEqualTo(RejectionReason.COIN_ALREADY_SPENT);
        assertThat(ledger.holds(rival)).isFalse();
        assertThat(ledger.isLive(output(parent, 1))).isTrue();
    }

    @Test
    void refusesASubjectWhoseAncestorConflictsAndNamesTheWinner() {
        ledger.submit(parent);
        ledger.submit(child);
        Transaction rival = spending(3, output(parent, 0));
        ledger.taken();

        ledger.bring(spending(1, output(rival, 0)), rival);

        Rejection rejection = ledger.verdict().rejection().orElseThrow();
        assertThat(rejection.reason()).isEqualTo(RejectionReason.COIN_ALREADY_SPENT);
        assertThat(rejection.detail()).contains(child.txid().toString());
    }

    @Test
    void passesOverAncestorsThatAreHeldAndDecided() {
        ledger.submit(parent);
        ledger.taken();

        ledger.bring(child, parent);

        assertThat(broughtAlong()).isEmpty();
    }

    @Test
    void joinsAnUndecidedParentWhichStaysForItsSake() {
        SubmissionTicket own = ledger.submitTogether(parent);
        ledger.taken();
        SubmissionTicket joined = ledger.bringTogether(child, parent);
        assertThat(broughtAlong()).containsExactly(parent.txid());
        assertThat(ledger.application(parent).claims())
                .containsExactly(Claim.of(own), Claim.of(joined));

        ledger.abort(own);
        assertThat(ledger.holds(parent)).isTrue();
        ledger.commit(joined, parent);
        ledger.commit(joined);

        assertThat(ledger.application(parent).isDecided()).isTrue();
        assertThat(ledger.application(child).isDecided()).isTrue();
    }

    @Test
    void losesAParentThatNobodyClaimsAnyMore() {
        SubmissionTicket own = ledger.submitTogether(parent);
        SubmissionTicket joined = ledger.bringTogether(child, parent);
        ledger.taken();

        ledger.abort(joined);
        ledger.abort(joined, parent);
        assertThat(ledger.holds(parent)).isTrue();
        ledger.abort(own);

        assertThat(ledger.store.coins).isEmpty();
        assertThat(ledger.taken()).isEmpty();
    }

    @Test
    void commitsAParentAtOnceForASubjectThatNoOtherLedgerCanUndo() {
        ledger.submitTogether(parent);
        ledger.taken();
        SubmissionTicket alone = ledger.bring(child, parent);

        assertThat(broughtAlong()).containsExactly(parent.txid());
        assertThat(ledger.application(parent).isCommitted()).isTrue();
        assertThat(ledger.application(parent).claims()).contains(Claim.of(alone));
        assertThat(ledger.store.coin(output(parent, 1))).contains(Coin.unspent(false));
    }

    @Test
    void claimsWhatAnUndecidedParentStandsOnToo() {
        ledger.submitTogether(parent);
        ledger.bringTogether(child, parent);
        ledger.taken();

        SubmissionTicket last = ledger.bringTogether(grandchild, child);

        assertThat(broughtAlong()).containsExactly(parent.txid(), child.txid());
        assertThat(ledger.application(parent).claims()).contains(Claim.of(last));
    }

    @Test
    void claimsTheSameForARepeat() {
        ledger.bringTogether(child, parent);
        ledger.taken();

        SubmissionTicket repeat = ledger.bringTogether(child, parent);

        assertThat(broughtAlong()).containsExactly(parent.txid());
        assertThat(ledger.application(parent).claims()).contains(Claim.of(repeat));
        assertThat(ledger.application(child).claims()).contains(Claim.of(repeat));
    }

    @Test
    void refusesWhatStandsOnACondemnedAncestor() {
        ledger.submit(parent);
        ledger.submit(child);
        ledger.rollback(parent);
        ledger.taken();

        ledger.bring(spending(1, output(child, 1)), child);

        assertThat(ledger.refusal()).isEqualTo(RejectionReason.PARENT_ROLLED_BACK);
    }

    @Test
    void objectsToAnAncestorAtItsSubjectsCoordinator() {
        ledger.submit(parent);
        SubmissionTicket ticket = ledger.bringTogether(spending(1, output(child, 0)), child);
        ledger.taken();

        ledger.rollback(parent);

        assertThat(ledger.taken())
                .containsExactly(
                        new LedgerMessage.AncestorObjection(
                                ticket.txid(), child.txid(), parent.txid()));
    }
}
