package org.brisket.state.tracking;

import java.util.Optional;
import java.util.OptionalLong;

/** Watches from time to time how deep the block of a confirmed transaction lies by now. */
final class Burial {
    private final TrackingStore store;
    private final TrackingEffects effects;
    private final Finality finality;
    private final OptionalLong tipHeight;

    Burial(
            TrackingStore store,
            TrackingEffects effects,
            Finality finality,
            OptionalLong tipHeight) {
        this.store = store;
        this.effects = effects;
        this.finality = finality;
        this.tipHeight = tipHeight;
    }

    /** A confirmed transaction that no reminder is set for gets one. */
    void watch(long nowMillis) {
        if (finality.isFollowed()) {
            confirmed().filter(t -> t.deadline() == 0).ifPresent(t -> lookAgain(t, nowMillis));
        }
    }

    /** True if the block is deep enough; if not, it is looked at again later. */
    boolean isDeepEnough(TrackedTransaction confirmed, long nowMillis) {
        if (finality.isReached(confirmed.blockHeight(), tipHeight)) {
            return true;
        }
        lookAgain(confirmed, nowMillis);
        return false;
    }

    private Optional<TrackedTransaction> confirmed() {
        return store.transaction().filter(t -> t.phase() == Phase.CONFIRMED);
    }

    private void lookAgain(TrackedTransaction confirmed, long nowMillis) {
        long next = nowMillis + finality.pauseMillis(confirmed.blockHeight(), tipHeight);
        store.put(confirmed.in(Phase.CONFIRMED, next));
        effects.remindAt(next);
    }
}
