package org.brisket.state.tracking;

import java.util.Optional;

/** Watches from time to time how deep the block of a confirmed transaction lies by now. */
final class Burial {
    private final TrackingStore store;
    private final TrackingEffects effects;
    private final Finality finality;
    private final BestChain chain;

    Burial(TrackingStore store, TrackingEffects effects, Finality finality, BestChain chain) {
        this.store = store;
        this.effects = effects;
        this.finality = finality;
        this.chain = chain;
    }

    /** A confirmed transaction that no reminder is set for gets one. */
    void watch(long nowMillis) {
        if (finality.isFollowed()) {
            confirmed().filter(t -> t.deadline() == 0).ifPresent(t -> lookAgain(t, nowMillis));
        }
    }

    /**
     * UNMINED if the chain has another block in the place of the transaction's, BURIED if the block
     * is deep enough; if neither, it is looked at again later.
     */
    Optional<NetworkEvent> look(TrackedTransaction confirmed, long nowMillis) {
        if (chain.contradicts(confirmed.blockHeight(), confirmed.blockRoot())) {
            return Optional.of(NetworkEvent.UNMINED);
        }
        if (finality.isReached(confirmed.blockHeight(), chain.tipHeight())) {
            return Optional.of(NetworkEvent.BURIED);
        }
        lookAgain(confirmed, nowMillis);
        return Optional.empty();
    }

    private Optional<TrackedTransaction> confirmed() {
        return store.transaction().filter(t -> t.phase() == Phase.CONFIRMED);
    }

    private void lookAgain(TrackedTransaction confirmed, long nowMillis) {
        long next = nowMillis + finality.pauseMillis(confirmed.blockHeight(), chain.tipHeight());
        store.put(confirmed.in(Phase.CONFIRMED, next));
        effects.remindAt(next);
    }
}
