package org.brisket.state.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.state.ExampleVerdicts.no;
import static org.brisket.state.ExampleVerdicts.yes;

import java.util.List;
import java.util.Optional;
import org.brisket.protocol.broadcast.AnswerKind;
import org.brisket.protocol.broadcast.BroadcastOutcome;
import org.brisket.protocol.broadcast.EndpointAnswer;
import org.brisket.protocol.hash.Txid;
import org.brisket.state.ExampleTickets;
import org.brisket.state.coordination.Decision;
import org.brisket.state.ledger.AncestorVerdict;
import org.brisket.state.ledger.LedgerOrder;
import org.brisket.state.submission.SubmissionTicket;
import org.junit.jupiter.api.Test;

/** Transactions that came along with a subject, and what stands on one that is gone. */
class TrackedAncestorsTest {
    private static final Txid SUBJECT = new Txid(1, 2, 3, 4);
    private static final Txid ANCESTOR = new Txid(5, 6, 7, 8);
    private static final long NOW = 10;

    private final InMemoryTrackingStore store = new InMemoryTrackingStore();
    private final RecordingEffects effects = new RecordingEffects();
    private final Tracker tracker =
            new Tracker(
                    store,
                    effects,
                    new TrackingSettings(1_000, Finality.NEVER, PollSchedule.NEVER),
                    BestChain.UNKNOWN);

    @Test
    void publishesAnAncestorThatNobodyAskedFor() {
        SubmissionTicket ticket = ExampleTickets.alone(SUBJECT, 1).forAncestor(ANCESTOR);
        tracker.decide(new Decision.Ancestor(ticket, List.of(yes("a"))), NOW);
        assertThat(effects.orders)
                .extracting(LedgerOrder::kind)
                .containsExactly(LedgerOrder.Kind.COMMIT);
        assertThat(effects.admissions).isEmpty();

        EndpointAnswer accepted =
                new EndpointAnswer("e", AnswerKind.ACCEPTED, "", 200, "", List.of());
        tracker.observe(
                new NetworkObservation.Answered(new BroadcastOutcome(ANCESTOR, List.of(accepted))),
                NOW);

        assertThat(effects.admissions).hasSize(1);
        assertThat(effects.results).isEmpty();
    }

    @Test
    void verifiesAnAncestorThatWasUndoneBefore() {
        tracker.decide(new Decision.Rollback(ANCESTOR, SUBJECT), NOW);
        SubmissionTicket ticket = ExampleTickets.alone(SUBJECT, 1).forAncestor(ANCESTOR);
        tracker.decide(new Decision.Ancestor(ticket, List.of(yes("a"))), NOW);

        assertThat(effects.orders)
                .extracting(LedgerOrder::kind)
                .containsExactly(LedgerOrder.Kind.VERIFY);
    }

    @Test
    void takesBackAncestorsAfterTheSubjectThatBroughtThem() {
        SubmissionTicket ticket = ExampleTickets.together(SUBJECT, 1, 2);
        tracker.decide(
                new Decision.Abort(
                        ticket,
                        List.of(yes("a"), no("b")),
                        List.of(new AncestorVerdict(ANCESTOR, yes("a"))),
                        Optional.empty(),
                        ExampleTickets.source(1)),
                NOW);

        assertThat(effects.orders)
                .extracting(LedgerOrder::kind)
                .containsOnly(LedgerOrder.Kind.ABORT);
        assertThat(effects.orders).extracting(LedgerOrder::txid).containsExactly(SUBJECT, ANCESTOR);
        assertThat(effects.orders).extracting(LedgerOrder::submission).containsOnly(ticket.key());
    }

    @Test
    void doesNotBringBackAnAncestorOnAVerdictThatItsRollbackHasNotReached() {
        SubmissionTicket alone = ExampleTickets.alone(ANCESTOR, 1);
        tracker.decide(new Decision.Commit(alone, List.of(yes("a")), List.of(), List.of()), NOW);
        tracker.decide(new Decision.Rollback(ANCESTOR, SUBJECT), NOW);
        SubmissionTicket later = ExampleTickets.alone(SUBJECT, 2).forAncestor(ANCESTOR);
        tracker.decide(new Decision.Ancestor(later, List.of(yes("a"))), NOW);

        assertThat(store.transaction().orElseThrow().phase()).isEqualTo(Phase.ROLLED_BACK);
        assertThat(effects.rollbacks).hasSize(1);
        assertThat(effects.orders)
                .extracting(LedgerOrder::kind)
                .containsExactly(LedgerOrder.Kind.ROLLBACK, LedgerOrder.Kind.ABORT);
    }

    @Test
    void rollsBackWhatALedgerDoesNotHoldEvenIfABlockHoldsIt() {
        SubmissionTicket mined = ExampleTickets.mined(SUBJECT, 1, 800_000);
        tracker.decide(new Decision.Commit(mined, List.of(yes("a")), List.of(), List.of()), NOW);
        tracker.decide(new Decision.Rollback(SUBJECT, SUBJECT), NOW);

        assertThat(store.transaction().orElseThrow().phase()).isEqualTo(Phase.ROLLED_BACK);
        assertThat(effects.rollbacks).hasSize(1);
    }
}
