package org.brisket.state.tracking;

import java.util.List;
import org.brisket.protocol.hash.Txid;

/** Asks the endpoints from time to time what became of a transaction that was sent to them. */
final class Polls {
    private final TrackingStore store;
    private final TrackingEffects effects;
    private final PollSchedule schedule;

    Polls(TrackingStore store, TrackingEffects effects, PollSchedule schedule) {
        this.store = store;
        this.effects = effects;
        this.schedule = schedule;
    }

    /** True if the fate of the transaction is found out by asking. */
    boolean decideOn(TrackedTransaction tracked) {
        return tracked.polling().wanted() && schedule.asksAgain(tracked.phase(), 0);
    }

    /** The transaction is sent to the network; what was sent is kept to be posted again. */
    void sent(List<byte[]> transactions) {
        if (!schedule.isFollowed()) {
            return;
        }
        store.transaction()
                .filter(tracked -> tracked.phase() != Phase.ROLLED_BACK)
                .filter(tracked -> schedule.asksAgain(tracked.phase(), 0))
                .ifPresent(
                        tracked -> {
                            store.put(tracked.polled(tracked.polling().asSent()));
                            if (!transactions.isEmpty()) {
                                store.keepTransactions(transactions);
                            }
                        });
    }

    /** One that is to be asked about and has no time for it gets one. */
    void watch(long nowMillis) {
        store.transaction()
                .filter(this::lacksTime)
                .ifPresent(
                        tracked -> {
                            int count = tracked.polling().count();
                            set(tracked, nowMillis + schedule.pauseMillis(tracked.phase(), count));
                        });
    }

    /** The answer to a broadcast comes by itself, however long that takes. */
    private boolean lacksTime(TrackedTransaction tracked) {
        Polling polling = tracked.polling();
        return polling.wanted()
                && polling.nextMillis() == 0
                && schedule.asksAgain(tracked.phase(), polling.count())
                && !(tracked.phase() == Phase.DECIDED && tracked.isBeingPosted());
    }

    private void set(TrackedTransaction tracked, long millis) {
        store.put(tracked.polled(tracked.polling().at(millis)));
        effects.remindAt(millis);
    }

    /** Something was heard that is worth a question now, but not more than one for each step. */
    void hasten(long nowMillis) {
        store.transaction()
                .filter(this::decideOn)
                .ifPresent(
                        tracked -> {
                            Polling polling = tracked.polling();
                            long earliest = polling.lastMillis() + schedule.stepMillis();
                            long next = Math.max(nowMillis, earliest);
                            if (polling.nextMillis() == 0 || polling.nextMillis() > next) {
                                set(tracked, next);
                            }
                        });
    }

    /** A reminder came due; it means something only if it is the one that was set last. */
    void remind(Txid txid, long nowMillis) {
        store.transaction()
                .filter(this::decideOn)
                .filter(tracked -> tracked.polling().nextMillis() != 0)
                .filter(tracked -> tracked.polling().nextMillis() <= nowMillis)
                .ifPresent(due -> ask(txid, due, nowMillis));
    }

    void ask(Txid txid, TrackedTransaction tracked, long nowMillis) {
        store.put(tracked.polled(tracked.polling().asked(nowMillis)));
        effects.poll(txid, List.of());
    }

    /** Sends the transaction again, unless it is under way or nothing is left to send. */
    void postAgain(Txid txid) {
        store.transaction()
                .filter(tracked -> !tracked.isBeingPosted())
                .ifPresent(
                        tracked -> {
                            List<byte[]> transactions = store.keptTransactions();
                            if (!transactions.isEmpty()) {
                                store.put(tracked.polled(tracked.polling().posting(1)));
                                effects.poll(txid, transactions);
                            }
                        });
    }

    /** An answer to {@link #postAgain} came. */
    void posted() {
        store.transaction().ifPresent(t -> store.put(t.polled(t.polling().posting(-1))));
    }
}
