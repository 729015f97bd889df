package org.brisket.state.tracking;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.brisket.protocol.broadcast.EndpointAnswer;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.verdict.Rejection;

/** What is made of news about a transaction: how far to believe it, and what to do about it. */
final class Hearing {
    /** An hour: what no endpoint remembers for so long is not just late. */
    private static final long FORGOTTEN_BLOCKS = 6;

    /** So often an endpoint that lacks what another one holds is sent it, too. */
    private static final int POSTS_FOR_THE_REST = 3;

    private final TrackingStore store;
    private final TrackingEffects effects;
    private final BestChain chain;
    private final Progress progress;
    private final Polls polls;

    Hearing(
            TrackingStore store,
            TrackingEffects effects,
            BestChain chain,
            Progress progress,
            Polls polls) {
        this.store = store;
        this.effects = effects;
        this.chain = chain;
        this.progress = progress;
        this.polls = polls;
    }

    /**
     * The answers to a broadcast. A refusal of what an endpoint accepted before may be of an older
     * post; the endpoints are asked how it stands.
     */
    void answered(NetworkObservation.Answered answered, long nowMillis) {
        List<EndpointAnswer> given = answered.outcome().answers();
        NetworkEvent event = Evidence.of(given);
        boolean doubt = event == NetworkEvent.REFUSED || event == NetworkEvent.INVALID;
        if (doubt && isIn(Phase.ACCEPTED)) {
            polls.hasten(nowMillis);
        } else {
            heed(answered.txid(), given, nowMillis);
        }
    }

    /** The answers to another post of the same. */
    void postedAgain(NetworkObservation.PostedAgain posted, long nowMillis) {
        polls.posted();
        heed(posted.txid(), posted.outcome().answers(), nowMillis);
    }

    private void heed(Txid txid, List<EndpointAnswer> given, long nowMillis) {
        NetworkEvent event = Evidence.of(given);
        keep(given, event);
        Rejection refusal = Reasons.refusedByNetwork(given);
        progress.advance(txid, event, Optional.of(refusal), nowMillis);
    }

    /** The statuses that all endpoints gave. */
    void polled(NetworkObservation.Polled polled, long nowMillis) {
        List<EndpointAnswer> given = polled.outcome().answers();
        Optional<TrackedTransaction> before = store.transaction().filter(polls::decideOn);
        if (before.isEmpty() || given.isEmpty()) {
            return;
        }
        Txid txid = polled.txid();
        NetworkEvent event = concluded(before.get(), given, nowMillis);
        if (before.get().phase() == Phase.ROLLED_BACK) {
            if (event == NetworkEvent.HELD) {
                late(txid, LateNews.ACCEPTED_AFTER_ROLLBACK);
            }
            return;
        }
        if (Evidence.saysAnything(given)) {
            keep(given, event);
        }
        Rejection refusal = Reasons.refusedByNetwork(lastWord(given));
        progress.advance(txid, event, Optional.of(refusal), nowMillis);
        store.transaction()
                .filter(t -> t.phase() != Phase.ROLLED_BACK && isWorthAPost(t, given))
                .ifPresent(t -> polls.postAgain(txid));
    }

    private NetworkEvent concluded(
            TrackedTransaction tracked, List<EndpointAnswer> given, long nowMillis) {
        boolean late = tracked.deadline() != 0 && tracked.deadline() <= nowMillis;
        if (late && Evidence.isNowhere(given) && !tracked.isBeingPosted()) {
            return NetworkEvent.DEADLINE_PASSED;
        }
        boolean forgotten = tracked.phase() == Phase.ACCEPTED && Evidence.isForgotten(given);
        return forgotten && isMissedTooLong(tracked)
                ? NetworkEvent.FORGOTTEN
                : Evidence.ofStatuses(given);
    }

    /** Counts in blocks, because only they show that the network goes on without it. */
    private boolean isMissedTooLong(TrackedTransaction tracked) {
        OptionalLong tip = chain.tipHeight();
        long since = tracked.polling().missedAtHeight();
        return since != 0 && tip.isPresent() && tip.getAsLong() - since >= FORGOTTEN_BLOCKS;
    }

    private boolean isWorthAPost(TrackedTransaction tracked, List<EndpointAnswer> given) {
        note(tracked, given);
        boolean first = tracked.polling().count() <= POSTS_FOR_THE_REST;
        return Evidence.isMissed(given) && (Evidence.isNowhere(given) || first);
    }

    /** Since when nobody remembers it. */
    private void note(TrackedTransaction tracked, List<EndpointAnswer> given) {
        long before = tracked.polling().missedAtHeight();
        long since = 0;
        if (Evidence.isForgotten(given)) {
            since = before != 0 ? before : chain.tipHeight().orElse(0);
        }
        if (since != before) {
            store.put(tracked.polled(tracked.polling().missedAt(since)));
        }
    }

    /** A refusal says why; that nobody knows it any more does not. */
    private List<EndpointAnswer> lastWord(List<EndpointAnswer> given) {
        List<EndpointAnswer> kept =
                store.transaction().map(TrackedTransaction::answers).orElse(List.of());
        return kept.isEmpty() ? given : kept;
    }

    /** Evidence stays as it was when the submissions were answered, unless it changes the phase. */
    private void keep(List<EndpointAnswer> given, NetworkEvent event) {
        store.transaction()
                .filter(t -> t.phase() != Phase.ROLLED_BACK && !given.isEmpty())
                .filter(
                        t ->
                                !Results.isAnswered(t.phase())
                                        || TransitionTable.moves(t.phase(), event))
                .ifPresent(t -> store.put(t.answered(given)));
    }

    /** A callback is a hint: good news is believed until the endpoints say otherwise. */
    void hinted(NetworkObservation.Hinted hinted, long nowMillis) {
        NetworkEvent event = hinted.seenOnNetwork() ? NetworkEvent.ACCEPTED : NetworkEvent.PENDING;
        progress.advance(hinted.txid(), event, Optional.empty(), nowMillis);
        store.transaction()
                .filter(t -> !hinted.seenOnNetwork() || t.phase() != Phase.ACCEPTED)
                .ifPresent(t -> polls.hasten(nowMillis));
    }

    /** A block holds it, unless our chain has another block there. */
    void mined(Txid txid, long height, Optional<MerkleRoot> root, long nowMillis) {
        if (chain.contradicts(height, root)) {
            polls.hasten(nowMillis);
            return;
        }
        store.transaction()
                .filter(tracked -> tracked.phase() != Phase.FINAL)
                .ifPresent(tracked -> store.put(tracked.minedAt(height, root)));
        if (isIn(Phase.ROLLED_BACK)) {
            late(txid, LateNews.CONFLICT_ON_CHAIN);
        }
        progress.advance(txid, NetworkEvent.MINED, Optional.empty(), nowMillis);
    }

    private boolean isIn(Phase phase) {
        return store.transaction().filter(t -> t.phase() == phase).isPresent();
    }

    /** Each kind of late news is told once. */
    private void late(Txid txid, LateNews news) {
        store.transaction()
                .filter(tracked -> tracked.lateNews().code() < news.code())
                .ifPresent(
                        tracked -> {
                            TrackedTransaction told = tracked.lately(news);
                            store.put(told);
                            effects.incident(txid, told);
                        });
    }
}
