package org.brisket.state.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.brisket.protocol.broadcast.AnswerKind;
import org.brisket.protocol.broadcast.BroadcastOutcome;
import org.brisket.protocol.broadcast.EndpointAnswer;
import org.brisket.protocol.hash.Txid;
import org.brisket.state.ExampleTickets;
import org.brisket.state.coordination.Decision;
import org.brisket.state.ledger.LedgerVerdict;
import org.brisket.state.submission.SubmissionTicket;
import org.junit.jupiter.api.AfterEach;

/** A tracker of one transaction, over a store and effects to look into. */
abstract class ExampleTracker {
    static final Txid TXID = new Txid(1, 2, 3, 4);
    static final Txid PARENT = new Txid(5, 6, 7, 8);
    static final long DEADLINE = 1_000;

    final InMemoryTrackingStore store = new InMemoryTrackingStore();
    final RecordingEffects effects = new RecordingEffects();
    final Tracker tracker =
            new Tracker(
                    store,
                    effects,
                    new TrackingSettings(DEADLINE, Finality.NEVER, PollSchedule.NEVER),
                    BestChain.UNKNOWN);
    long now = 10;

    @AfterEach
    void givesNoSubmissionMoreThanOneResult() {
        assertThat(effects.results).extracting(SubmissionResult::position).doesNotHaveDuplicates();
    }

    final void commit(SubmissionTicket ticket, LedgerVerdict... verdicts) {
        tracker.decide(new Decision.Commit(ticket, List.of(verdicts), List.of(), List.of()), now);
    }

    final void repeat(SubmissionTicket ticket, LedgerVerdict... verdicts) {
        tracker.decide(new Decision.Repeat(ticket, List.of(verdicts)), now);
    }

    final void abort(SubmissionTicket ticket, Optional<Txid> undone, LedgerVerdict... verdicts) {
        long offset = ticket.position().offset();
        tracker.decide(
                new Decision.Abort(
                        ticket,
                        List.of(verdicts),
                        List.of(),
                        undone,
                        ExampleTickets.source(offset)),
                now);
    }

    final void rollback() {
        tracker.decide(new Decision.Rollback(TXID, PARENT), now);
    }

    final void answer(AnswerKind... kinds) {
        List<EndpointAnswer> answers =
                Arrays.stream(kinds)
                        .map(kind -> new EndpointAnswer("e", kind, kind.name(), 1, "", List.of()))
                        .toList();
        tracker.observe(new NetworkObservation.Answered(new BroadcastOutcome(TXID, answers)), now);
    }

    final void mined(long height) {
        tracker.observe(new NetworkObservation.Mined(TXID, height), now);
    }

    final void hint(boolean seen) {
        tracker.observe(new NetworkObservation.Hinted(TXID, seen), now);
    }

    final void remind() {
        tracker.remind(TXID, now);
    }

    static SubmissionTicket ticket(long offset) {
        return ExampleTickets.alone(TXID, offset);
    }

    final Phase phase() {
        return store.transaction().orElseThrow().phase();
    }

    final List<String> results() {
        return effects.results.stream().map(r -> r.submissionId() + " " + r.status()).toList();
    }

    final List<String> orders() {
        return effects.orders.stream()
                .map(o -> o.kind() + " " + o.ledger() + " " + o.submission())
                .toList();
    }
}
