package org.brisket.state.tracking;

import java.util.Optional;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.state.coordination.Decision;

/**
 * Follows one transaction from its decision to its end on the network, and gives every submission
 * of it its one result. Duplicate and late news change nothing.
 */
public final class Tracker {
    private final TrackingStore store;
    private final AwaitedAnswers answers;
    private final Polls polls;
    private final Progress progress;
    private final Hearing hearing;
    private final Deciding deciding;
    private final Burial burial;
    private final BestChain chain;

    /** For as long as the best chain is the given one. */
    public Tracker(
            TrackingStore store,
            TrackingEffects effects,
            TrackingSettings settings,
            BestChain chain) {
        this.store = store;
        this.chain = chain;
        TrackerOrders orders = new TrackerOrders(effects::order);
        Results results = new Results(store, effects);
        Admissions admissions = new Admissions(store, effects, orders);
        this.answers = new AwaitedAnswers(store);
        this.polls = new Polls(store, effects, settings.polls());
        this.progress = new Progress(store, effects, settings, orders, admissions, results, polls);
        this.hearing = new Hearing(store, effects, chain, progress, polls);
        this.deciding =
                new Deciding(store, orders, admissions, results, answers, progress, hearing, polls);
        this.burial = new Burial(store, effects, settings.finality(), chain);
    }

    public void decide(Decision decision, long nowMillis) {
        deciding.decide(decision, nowMillis);
        watch(nowMillis);
    }

    public void observe(NetworkObservation observation, long nowMillis) {
        if (observation instanceof NetworkObservation.Answered answered) {
            answers.arrive(answered);
            hearing.answered(answered, nowMillis);
        } else if (observation instanceof NetworkObservation.Polled polled) {
            hearing.polled(polled, nowMillis);
        } else if (observation instanceof NetworkObservation.PostedAgain posted) {
            hearing.postedAgain(posted, nowMillis);
        } else if (observation instanceof NetworkObservation.Hinted hinted) {
            hearing.hinted(hinted, nowMillis);
        } else if (observation instanceof NetworkObservation.Mined mined) {
            hearing.mined(mined.txid(), mined.blockHeight(), mined.root(), nowMillis);
        }
        watch(nowMillis);
    }

    private void watch(long nowMillis) {
        burial.watch(nowMillis);
        polls.watch(nowMillis);
    }

    /** A reminder came due; it means something only if it is one of those that were set last. */
    public void remind(Txid txid, long nowMillis) {
        store.transaction()
                .filter(tracked -> tracked.deadline() != 0 && tracked.deadline() <= nowMillis)
                .ifPresent(due -> remind(txid, due, nowMillis));
        polls.remind(txid, nowMillis);
        watch(nowMillis);
    }

    private void remind(Txid txid, TrackedTransaction due, long nowMillis) {
        if (due.phase() == Phase.CONFIRMED) {
            Optional<NetworkEvent> seen = burial.look(due, nowMillis);
            if (seen.equals(Optional.of(NetworkEvent.UNMINED))) {
                unmine(txid, nowMillis);
            } else if (seen.isPresent()) {
                progress.advance(txid, seen.get(), Optional.empty(), nowMillis);
            }
        } else if (!polls.decideOn(due)) {
            Rejection refusal = Reasons.refusedByNetwork(due.answers());
            progress.advance(txid, NetworkEvent.DEADLINE_PASSED, Optional.of(refusal), nowMillis);
        } else if (due.polling().lastMillis() < due.deadline()) {
            // What endpoints said before is no evidence that they say it still.
            polls.ask(txid, due, nowMillis);
        }
    }

    /**
     * The blocks at this height and above left the best chain, with what they had confirmed, unless
     * the new branch has a block with the same root.
     */
    public void reorganise(Txid txid, long fromHeight, long nowMillis) {
        store.transaction()
                .filter(tracked -> tracked.phase() == Phase.CONFIRMED)
                .filter(tracked -> tracked.blockHeight() >= fromHeight)
                .filter(tracked -> !chain.holds(tracked.blockHeight(), tracked.blockRoot()))
                .ifPresent(tracked -> unmine(txid, nowMillis));
    }

    /** The network knew it, so that there is someone to ask. */
    private void unmine(Txid txid, long nowMillis) {
        progress.advance(txid, NetworkEvent.UNMINED, Optional.empty(), nowMillis);
        TrackedTransaction back = store.transaction().orElseThrow().inNoBlock();
        TrackedTransaction asked = back.polled(back.polling().asSent());
        store.put(asked);
        if (polls.decideOn(asked)) {
            polls.ask(txid, asked, nowMillis);
        }
    }
}
