package org.brisket.state.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.brisket.state.ExampleTransactions.funding;
import static org.brisket.state.ExampleTransactions.output;
import static org.brisket.state.ExampleTransactions.spending;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.protocol.verdict.RejectionReason;
import org.brisket.state.ExampleTickets;
import org.brisket.state.submission.SubmissionTicket;
import org.junit.jupiter.api.Test;

/** Proposals and votes of one ledger. */
class LedgerTest {
    private final ExampleLedger ledger = new ExampleLedger();
    private final Transaction parent = funding(1, 2);

    @Test
    void commitsAtOnceWhereItsYesIsFinal() {
        ledger.submit(parent);

        LedgerVerdict verdict = ledger.verdict();
        assertThat(verdict.isYes()).isTrue();
        assertThat(verdict.committedBefore()).isFalse();
        assertThat(verdict.ledger()).isEqualTo(ExampleLedger.ID);
        assertThat(verdict.instructions().outputsToAdmit()).containsExactly(0, 1);
        assertThat(ledger.store.coin(output(parent, 1))).contains(Coin.unspent(false));
        assertThat(ledger.store.application(parent.txid()).orElseThrow().isCommitted()).isTrue();
    }

    @Test
    void commitsAtOnceWhereEachLedgerDecides() {
        ledger.propose(ExampleTickets.independent(parent.txid(), 9, 3), parent);

        assertThat(ledger.verdict().isYes()).isTrue();
        assertThat(ledger.store.coin(output(parent, 0))).contains(Coin.unspent(false));
    }

    @Test
    void votesWithThePayloadAndTheTransactionOfTheFirstProposalOnly() {
        SubmissionTicket ticket = ExampleTickets.together(parent.txid(), 1, 2);
        Proposal first = ExampleTickets.first(ticket, ExampleLedger.ID, parent);
        ledgerOf(admitNothing()).propose(first);
        ledgerOf(admitNothing()).propose(ExampleTickets.later(ticket, ExampleLedger.ID, parent));

        LedgerMessage.Vote brought = (LedgerMessage.Vote) ledger.messages.get(0);
        LedgerMessage.Vote light = (LedgerMessage.Vote) ledger.messages.get(1);
        assertThat(brought.payload()).isEqualTo(first.payload());
        assertThat(brought.extendedTransaction()).isEqualTo(first.extendedTransaction());
        assertThat(light.payload()).isEmpty();
        assertThat(light.extendedTransaction()).isEmpty();
    }

    private Ledger ledgerOf(LedgerRules rules) {
        return new Ledger(
                ExampleLedger.ID,
                rules,
                ledger.store,
                ledger.messages::add,
                StepBudget.DEFAULT,
                () -> {});
    }

    private static LedgerRules admitNothing() {
        Rejection no = new Rejection(RejectionReason.NOTHING_TO_ADMIT, "nothing");
        return (id, extended, coins, offChain) -> LedgerRules.Answer.of(no);
    }

    @Test
    void changesNothingWhereTheRulesRefuse() {
        Transaction child = spending(1, output(parent, 0));
        ledger.submit(parent);
        ledgerOf(admitNothing())
                .propose(
                        ExampleTickets.first(
                                ExampleTickets.alone(child.txid(), 7), ExampleLedger.ID, child));

        assertThat(ledger.verdicts().get(1).rejection().orElseThrow().reason())
                .isEqualTo(RejectionReason.NOTHING_TO_ADMIT);
        assertThat(ledger.isLive(output(parent, 0))).isTrue();
        assertThat(ledger.holds(child)).isFalse();
    }

    private static LedgerRules changeNothing() {
        return (id, extended, coins, offChain) -> LedgerRules.Answer.of(Instructions.NONE);
    }

    private LedgerVerdict verdictOf(LedgerRules rules, SubmissionTicket ticket) {
        ledger.messages.clear();
        ledgerOf(rules).propose(ExampleTickets.first(ticket, ExampleLedger.ID, parent));
        return ledger.verdicts().get(0);
    }

    @Test
    void refusesWhatChangesNothingIfNoOtherLedgerIsNamed() {
        for (int time = 0; time < 2; time++) {
            LedgerVerdict verdict =
                    verdictOf(changeNothing(), ExampleTickets.alone(parent.txid(), time));
            Rejection rejection = verdict.rejection().orElseThrow();

            assertThat(rejection.reason()).isEqualTo(RejectionReason.NOTHING_TO_ADMIT);
            assertThat(rejection.reason().isRetryable()).isFalse();
        }
        assertThat(ledger.holds(parent)).isFalse();
        assertThat(ledger.store.position()).isEqualTo(LedgerPosition.START);
    }

    @Test
    void refusesALoneSubmissionOfWhatIsUndecidedAndChangesNothing() {
        SubmissionTicket together = ExampleTickets.together(parent.txid(), 1, 2);
        assertThat(verdictOf(changeNothing(), together).isYes()).isTrue();
        SubmissionTicket alone = ExampleTickets.alone(parent.txid(), 2);

        assertThat(verdictOf(changeNothing(), alone).isYes()).isFalse();
        ledger.abort(together);
        assertThat(ledger.holds(parent)).isFalse();
    }

    @Test
    void showsTheRulesOnlyLiveCoinsOfTheLedger() {
        ledger.submit(parent);
        Transaction elsewhere = funding(2, 1);
        ledger.submit(spending(1, output(elsewhere, 0), output(parent, 1)));

        assertThat(ledger.previousCoins).containsExactly(List.of(), List.of(1));
    }

    @Test
    void refusesASecondSpendNamingTheFirst() {
        ledger.submit(parent);
        Transaction winner = spending(1, output(parent, 0));
        Transaction loser = spending(2, output(parent, 1), output(parent, 0));
        ledger.submit(winner);
        ledger.taken();
        ledger.submit(loser);

        Rejection rejection = ledger.verdict().rejection().orElseThrow();
        assertThat(rejection.reason()).isEqualTo(RejectionReason.COIN_ALREADY_SPENT);
        assertThat(rejection.detail())
                .contains(output(parent, 0).toString())
                .contains(winner.txid().toString());
        assertThat(ledger.isLive(output(parent, 1))).isTrue();
        assertThat(ledger.holds(loser)).isFalse();
    }

    @Test
    void repeatsTheFirstInstructionsEvenAfterItsCoinsAreSpent() {
        ledger.submit(parent);
        LedgerVerdict first = ledger.verdict();
        ledger.submit(spending(1, output(parent, 0)));
        ledger.taken();
        var coins = List.copyOf(ledger.store.coins.entrySet());
        ledger.submit(parent);

        LedgerVerdict second = ledger.verdict();
        assertThat(second.instructions()).isEqualTo(first.instructions());
        assertThat(second.committedBefore()).isTrue();
        assertThat(List.copyOf(ledger.store.coins.entrySet())).isEqualTo(coins);
        assertThat(ledger.previousCoins).as("the rules are asked once per transaction").hasSize(2);
    }

    @Test
    void doesNotCallAPendingTransactionCommittedBefore() {
        ledger.submitTogether(parent);
        ledger.submitTogether(parent);

        assertThat(ledger.verdicts())
                .extracting(LedgerVerdict::committedBefore)
                .containsExactly(false, false);
    }

    @Test
    void staysPendingUntilTheCommitOrder() {
        SubmissionTicket ticket = ledger.submitTogether(parent);

        assertThat(ledger.store.coin(output(parent, 0))).contains(Coin.unspent(true));
        assertThat(ledger.store.application(parent.txid()).orElseThrow().status())
                .isEqualTo(Application.Status.PENDING);

        ledger.commit(ticket);

        assertThat(ledger.store.coin(output(parent, 0))).contains(Coin.unspent(false));
        Application held = ledger.store.application(parent.txid()).orElseThrow();
        assertThat(held.isCommitted()).isTrue();
        assertThat(held.claims()).isEmpty();
    }

    @Test
    void commitsAPendingTransactionWhenAnotherSubmissionNeedsThisLedgerAlone() {
        SubmissionTicket both = ledger.submitTogether(parent);
        ledger.submit(parent);
        assertThat(ledger.store.coin(output(parent, 0))).contains(Coin.unspent(false));

        ledger.abort(both);

        assertThat(ledger.isLive(output(parent, 0))).isTrue();
    }

    @Test
    void forgetsAnAbortedTransactionAndRestoresItsCoins() {
        ledger.submit(parent);
        var before = List.copyOf(ledger.store.coins.entrySet());
        Transaction child = spending(2, output(parent, 0), output(parent, 1));
        SubmissionTicket ticket = ledger.submitTogether(child);

        ledger.abort(ticket);

        assertThat(ledger.holds(child)).isFalse();
        assertThat(List.copyOf(ledger.store.coins.entrySet())).isEqualTo(before);
    }

    @Test
    void keepsATransactionWhileAnotherSubmissionStandsBehindIt() {
        SubmissionTicket first = ledger.submitTogether(parent);
        SubmissionTicket second = ledger.submitTogether(parent);

        ledger.abort(first);
        assertThat(ledger.store.application(parent.txid()).orElseThrow().claims())
                .containsExactly(Claim.of(second));
        ledger.abort(second);
        assertThat(ledger.store.coins).isEmpty();
        assertThat(ledger.store.applications).isEmpty();
    }

    @Test
    void ignoresAnAbortThatComesAfterTheCommitOfAnotherSubmission() {
        SubmissionTicket first = ledger.submitTogether(parent);
        SubmissionTicket second = ledger.submitTogether(parent);
        ledger.commit(first);
        ledger.abort(second);

        assertThat(ledger.store.application(parent.txid()).orElseThrow().isCommitted()).isTrue();
        assertThat(ledger.isLive(output(parent, 0))).isTrue();
    }

    @Test
    void rollsBackWhateverStandsBehindATransaction() {
        ledger.submit(parent);
        Transaction child = spending(1, output(parent, 0));
        ledger.submitTogether(child);
        ledger.rollback(child);

        assertThat(ledger.holds(child)).isFalse();
        assertThat(ledger.isLive(output(parent, 0))).isTrue();
        assertThat(ledger.store.coin(output(child, 0))).isEmpty();
    }

    @Test
    void objectsOnceToEveryTransactionThatStandsOnARolledBackOne() {
        Transaction wide = funding(3, 4);
        ledger.submit(wide);
        Transaction two = spending(1, output(wide, 0), output(wide, 1));
        Transaction one = spending(1, output(wide, 3));
        ledger.submit(two);
        ledger.submit(one);
        ledger.taken();

        ledger.rollback(wide);

        assertThat(ledger.taken())
                .containsExactlyInAnyOrder(
                        new LedgerMessage.Objection(two.txid(), wide.txid()),
                        new LedgerMessage.Objection(one.txid(), wide.txid()));
    }

    @Test
    void makesASpentCoinLiveAgainWhenItsSpenderIsRolledBack() {
        ledger.submit(parent);
        Transaction first = spending(1, output(parent, 0));
        ledger.submit(first);
        ledger.rollback(first);
        ledger.taken();
        ledger.submit(spending(2, output(parent, 0)));

        assertThat(ledger.verdict().isYes()).isTrue();
        assertThat(ledger.previousCoins.get(2)).containsExactly(0);
    }

    @Test
    void evaluatesATransactionAfreshAfterItsRollback() {
        ledger.submit(parent);
        ledger.rollback(parent);
        ledger.taken();
        ledger.submit(parent);

        assertThat(ledger.verdict().committedBefore()).isFalse();
        assertThat(ledger.isLive(output(parent, 0))).isTrue();
    }

    @Test
    void changesNothingOnAnOrderForATransactionThatItDoesNotHold() {
        ledger.submit(parent);
        ledger.taken();
        var coins = List.copyOf(ledger.store.coins.entrySet());
        var applications = List.copyOf(ledger.store.applications.entrySet());
        Transaction unknown = funding(8, 1);
        SubmissionTicket ticket = ExampleTickets.together(unknown.txid(), 3, 2);

        ledger.commit(ticket);
        ledger.abort(ticket);
        ledger.rollback(unknown);

        assertThat(List.copyOf(ledger.store.coins.entrySet())).isEqualTo(coins);
        assertThat(List.copyOf(ledger.store.applications.entrySet())).isEqualTo(applications);
        assertThat(ledger.taken()).isEmpty();
    }

    @Test
    void changesNothingOnAnOrderThatComesTwice() {
        SubmissionTicket ticket = ledger.submitTogether(parent);
        ledger.commit(ticket);
        ledger.commit(ticket);
        assertThat(ledger.store.application(parent.txid()).map(Application::isCommitted))
                .isEqualTo(Optional.of(true));
        ledger.rollback(parent);
        ledger.rollback(parent);
        assertThat(ledger.store.coins).isEmpty();
    }

    @Test
    void crashesOnBytesThatNoVerifierLetThrough() {
        SubmissionTicket ticket = ExampleTickets.alone(parent.txid(), 1);
        Proposal broken =
                new Proposal(
                        ticket,
                        ExampleLedger.ID,
                        new byte[] {1},
                        List.of(),
                        new byte[0],
                        Optional.empty());
        Ledger rules = ledgerOf(admitNothing());

        assertThatThrownBy(() -> rules.propose(broken)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void listsWhatStandsByTheNumberOfItsChange() {
        Transaction child = spending(1, output(parent, 0));
        ledger.submit(parent);
        ledger.submit(child);
        assertThat(ledger.store.applied)
                .containsExactly(Map.entry(1L, parent.txid()), Map.entry(2L, child.txid()));

        ledger.rollback(child);
        ledger.submit(child);
        assertThat(ledger.store.applied)
                .containsExactly(Map.entry(1L, parent.txid()), Map.entry(4L, child.txid()));
    }

    @Test
    void refusesMoreCoinsThanOneTransactionMayTouch() {
        List<Integer> outputs = IntStream.range(0, Instructions.MAX_COINS).boxed().toList();
        LedgerRules rules =
                (id, extended, coins, offChain) ->
                        LedgerRules.Answer.of(new Instructions(outputs, List.of(), coins));
        Ledger large = ledgerOf(rules);
        large.propose(proposal(parent));
        assertThat(ledger.verdict().isYes()).isTrue();
        large.propose(proposal(spending(1, output(parent, 0))));

        Rejection refusal = ledger.verdict().rejection().orElseThrow();
        assertThat(refusal.reason()).isEqualTo(RejectionReason.TOO_MANY_COINS);
        assertThat(refusal.detail()).contains("10001", "at most 10000");
    }

    private static Proposal proposal(Transaction transaction) {
        return ExampleTickets.first(
                ExampleTickets.alone(transaction.txid(), 1), ExampleLedger.ID, transaction);
    }
}
