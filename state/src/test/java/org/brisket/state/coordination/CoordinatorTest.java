package org.brisket.state.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.state.ExampleVerdicts.no;
import static org.brisket.state.ExampleVerdicts.repeated;
import static org.brisket.state.ExampleVerdicts.yes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.state.ExampleTickets;
import org.brisket.state.ExampleTransactions;
import org.brisket.state.ExampleVerdicts;
import org.brisket.state.ledger.AncestorVerdict;
import org.brisket.state.ledger.Instructions;
import org.brisket.state.ledger.LedgerMessage;
import org.brisket.state.ledger.LedgerPosition;
import org.brisket.state.ledger.LedgerVerdict;
import org.brisket.state.submission.SubmissionPayload;
import org.brisket.state.submission.SubmissionTicket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinatorTest {
    private static final RecursiveComparisonConfiguration BY_FIELD =
            RecursiveComparisonConfiguration.builder().build();
    private static final Transaction SUBJECT = ExampleTransactions.funding(1, 1);
    private static final Txid TXID = SUBJECT.txid();
    private static final Txid PARENT = ExampleTransactions.funding(2, 1).txid();
    private static final byte[] ANCESTOR = {7, 7};
    private static final byte[] EXTENDED = ExampleTransactions.extended(SUBJECT);

    private final InMemoryBallotStore store = new InMemoryBallotStore();
    private final List<Decision> decisions = new ArrayList<>();
    private final List<Long> taken = new ArrayList<>();
    private final Coordinator coordinator =
            new Coordinator(store, decisions::add, source -> taken.add(source.offset()));

    private static LedgerMessage.Vote first(SubmissionTicket ticket, LedgerVerdict verdict) {
        SubmissionPayload payload =
                new SubmissionPayload(
                        List.of(ANCESTOR), ExampleTickets.source(ticket.position().offset()));
        return new LedgerMessage.Vote(ticket, verdict, List.of(), EXTENDED, Optional.of(payload));
    }

    private static LedgerMessage.Vote later(SubmissionTicket ticket, LedgerVerdict verdict) {
        return new LedgerMessage.Vote(ticket, verdict, List.of(), new byte[0], Optional.empty());
    }

    private static LedgerMessage.Objection objection() {
        return new LedgerMessage.Objection(TXID, PARENT);
    }

    private void send(LedgerMessage... messages) {
        List.of(messages).forEach(coordinator::handle);
    }

    private Decision decision() {
        assertThat(decisions).hasSize(1);
        return decisions.get(0);
    }

    @Test
    void decidesASubmissionToOneLedgerByItsOnlyVoteAndRemembersNothing() {
        send(first(ExampleTickets.alone(TXID, 1), yes("a")));

        Decision.Commit commit = (Decision.Commit) decision();
        assertThat(commit.transactions()).containsExactly(ANCESTOR, EXTENDED);
        assertThat(store.all()).isEmpty();
    }

    @Test
    void commitsWithoutTransactionsWhatIsNotToBeBroadcast() {
        send(first(ExampleTickets.historical(TXID, 1), yes("a")));

        assertThat(((Decision.Commit) decision()).transactions()).isEmpty();
    }

    @Test
    void handsOnTheRecordOfWhatIsCommittedOrWasBefore() {
        send(first(ExampleTickets.alone(TXID, 1), yes("a")));
        send(first(ExampleTickets.alone(TXID, 2), repeated("a")));
        send(first(ExampleTickets.alone(TXID, 3), no("a")));
        send(first(ExampleTickets.together(TXID, 4, 2), yes("a")));
        assertThat(taken).containsExactly(1L, 2L);

        send(later(ExampleTickets.together(TXID, 4, 2), yes("b")));
        assertThat(taken).containsExactly(1L, 2L, 4L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"012", "021", "102", "120", "201", "210"})
    void decidesTheSameInWhateverOrderTheVotesArrive(String order) {
        SubmissionTicket ticket = ExampleTickets.together(TXID, 1, 3);
        List<LedgerMessage> votes =
                List.of(first(ticket, yes("b")), later(ticket, yes("a")), later(ticket, yes("c")));
        order.chars().forEach(i -> send(votes.get(i - '0')));

        assertThat(decision())
                .usingRecursiveComparison(BY_FIELD)
                .isEqualTo(
                        new Decision.Commit(
                                ticket,
                                List.of(yes("a"), yes("b"), yes("c")),
                                List.of(),
                                List.of(ANCESTOR, EXTENDED)));
        assertThat(store.all()).isEmpty();
    }

    @Test
    void waitsForEveryVote() {
        SubmissionTicket ticket = ExampleTickets.together(TXID, 1, 3);
        send(first(ticket, no("a")), later(ticket, yes("b")));

        assertThat(decisions).isEmpty();
        assertThat(store.all()).hasSize(1);
    }

    private static LedgerVerdict changingNothing(String letter, boolean committedBefore) {
        return new LedgerVerdict(
                ExampleVerdicts.ledger(letter),
                Instructions.NONE,
                List.of(),
                committedBefore,
                LedgerPosition.START,
                Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void abortsWhatChangesNothingAnywhere(boolean together) {
        SubmissionTicket ticket =
                together
                        ? ExampleTickets.together(TXID, 1, 2)
                        : ExampleTickets.independent(TXID, 1, 2);
        send(
                first(ticket, changingNothing("a", false)),
                later(ticket, changingNothing("b", false)));

        assertThat(decision()).isInstanceOf(Decision.Abort.class);
        assertThat(store.all()).isEmpty();
    }

    @Test
    void abortsWhenOnlyThoseAgreeWhereNothingChanges() {
        SubmissionTicket ticket = ExampleTickets.independent(TXID, 1, 2);
        send(first(ticket, no("a")), later(ticket, changingNothing("b", false)));

        assertThat(decision()).isInstanceOf(Decision.Abort.class);
    }

    @Test
    void commitsWhatChangesSomethingSomewhere() {
        SubmissionTicket ticket = ExampleTickets.together(TXID, 1, 2);
        send(first(ticket, changingNothing("a", false)), later(ticket, yes("b")));

        assertThat(decision()).isInstanceOf(Decision.Commit.class);
    }

    @Test
    void repeatsTheAnswerToWhatWasCommittedThoughItChangesNothingHere() {
        send(first(ExampleTickets.alone(TXID, 1), changingNothing("a", true)));

        assertThat(decision()).isInstanceOf(Decision.Repeat.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void abortsTogetherWhenOneLedgerRefuses(boolean refusalFirst) {
        SubmissionTicket ticket = ExampleTickets.together(TXID, 5, 2);
        LedgerVerdict first = refusalFirst ? no("a") : yes("a");
        LedgerVerdict second = refusalFirst ? yes("b") : no("b");
        send(first(ticket, first), later(ticket, second));

        Decision.Abort abort = (Decision.Abort) decision();
        assertThat(abort.verdicts()).containsExactly(first, second);
        assertThat(abort.undoneParent()).isEmpty();
        assertThat(abort.source().position()).isEqualTo(ticket.position());
    }

    @Test
    void commitsIndependentLedgersThatAgreeAlthoughOneRefuses() {
        SubmissionTicket ticket = ExampleTickets.independent(TXID, 1, 2);
        send(first(ticket, no("a")), later(ticket, yes("b")));

        Decision.Commit commit = (Decision.Commit) decision();
        assertThat(commit.verdicts()).containsExactly(no("a"), yes("b"));
        assertThat(commit.transactions()).containsExactly(ANCESTOR, EXTENDED);
    }

    @Test
    void abortsIndependentLedgersThatAllRefuse() {
        SubmissionTicket ticket = ExampleTickets.independent(TXID, 1, 2);
        send(first(ticket, no("a")), later(ticket, no("b")));

        assertThat(decision()).isInstanceOf(Decision.Abort.class);
    }

    @Test
    void callsItARepeatWhenEveryYesWasCommittedBefore() {
        SubmissionTicket ticket = ExampleTickets.independent(TXID, 1, 3);
        send(first(ticket, repeated("a")), later(ticket, no("b")), later(ticket, repeated("c")));

        assertThat(decision()).isInstanceOf(Decision.Repeat.class);
    }

    @Test
    void commitsARepeatThatNamesOneMoreLedger() {
        SubmissionTicket ticket = ExampleTickets.together(TXID, 1, 2);
        send(first(ticket, repeated("a")), later(ticket, yes("b")));

        assertThat(decision()).isInstanceOf(Decision.Commit.class);
    }

    @Test
    void rollsBackOnAnObjection() {
        send(objection());

        assertThat(decision()).isEqualTo(new Decision.Rollback(TXID, PARENT));
    }

    @Test
    void abortsAnOpenBallotAfterAnObjectionNamingTheUndoneParent() {
        SubmissionTicket ticket = ExampleTickets.together(TXID, 1, 2);
        send(first(ticket, yes("a")), objection());
        assertThat(decision()).isInstanceOf(Decision.Rollback.class);
        decisions.clear();
        send(later(ticket, yes("b")));

        Decision.Abort abort = (Decision.Abort) decision();
        assertThat(abort.undoneParent()).contains(PARENT);
        assertThat(abort.verdicts()).containsExactly(yes("a"), yes("b"));
        assertThat(store.all()).isEmpty();
    }

    @Test
    void doesNotHoldAnObjectionAgainstLaterSubmissions() {
        send(objection());
        decisions.clear();
        send(first(ExampleTickets.alone(TXID, 2), yes("a")));

        assertThat(decision()).isInstanceOf(Decision.Commit.class);
    }

    @Test
    void keepsTwoSubmissionsWithEqualClientIdsApart() {
        SubmissionTicket template = ExampleTickets.together(TXID, 1, 2);
        SubmissionTicket first = withId(template, "same", 1);
        SubmissionTicket second = withId(template, "same", 2);
        send(first(first, yes("a")), first(second, yes("a")), later(second, no("b")));

        assertThat(decision()).isInstanceOf(Decision.Abort.class);
        assertThat(((Decision.Abort) decision()).ticket()).isEqualTo(second);
        decisions.clear();
        send(later(first, yes("b")));
        assertThat(((Decision.Commit) decision()).ticket()).isEqualTo(first);
    }

    private static SubmissionTicket withId(SubmissionTicket ticket, String id, long offset) {
        return new SubmissionTicket(
                id,
                ExampleTickets.at(offset),
                ticket.txid(),
                ticket.ledgerCount(),
                ticket.together(),
                ticket.broadcast(),
                ticket.minedAtHeight());
    }

    private static LedgerMessage.Vote bringing(
            SubmissionTicket ticket, LedgerVerdict verdict, LedgerVerdict onTheAncestor) {
        LedgerMessage.Vote vote = first(ticket, verdict);
        return new LedgerMessage.Vote(
                ticket,
                verdict,
                List.of(new AncestorVerdict(PARENT, onTheAncestor)),
                vote.extendedTransaction(),
                vote.payload());
    }

    @Test
    void decidesAncestorsWithTheirSubjectAndBeforeIt() {
        SubmissionTicket ticket = ExampleTickets.alone(TXID, 1);
        coordinator.handle(bringing(ticket, yes("a"), yes("a")));

        assertThat(decisions).hasSize(2);
        assertThat(decisions.get(0))
                .isEqualTo(new Decision.Ancestor(ticket.forAncestor(PARENT), List.of(yes("a"))));
        assertThat(((Decision.Commit) decisions.get(1)).alongside()).containsExactly(PARENT);
    }

    @Test
    void takesAncestorsBackWithTheirSubject() {
        SubmissionTicket ticket = ExampleTickets.together(TXID, 1, 2);
        coordinator.handle(bringing(ticket, yes("a"), yes("a")));
        coordinator.handle(later(ticket, no("b")));

        Decision.Abort abort = (Decision.Abort) decision();
        assertThat(abort.ancestors()).containsExactly(new AncestorVerdict(PARENT, yes("a")));
    }

    @Test
    void abortsASubjectWhoseAncestorCannotStay() {
        SubmissionTicket ticket = ExampleTickets.together(TXID, 1, 2);
        Txid root = new Txid(5, 5, 5, 5);
        coordinator.handle(bringing(ticket, yes("a"), yes("a")));
        coordinator.handle(new LedgerMessage.AncestorObjection(TXID, PARENT, root));
        coordinator.handle(later(ticket, yes("b")));

        assertThat(decisions.get(0)).isEqualTo(new Decision.Rollback(PARENT, root));
        assertThat(((Decision.Abort) decisions.get(1)).undoneParent()).contains(PARENT);
    }
}
