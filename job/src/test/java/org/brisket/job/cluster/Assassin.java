package org.brisket.job.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.brisket.protocol.hash.Txid;
import org.brisket.simulator.network.ArcStatus;
import org.brisket.simulator.network.NetworkListener;
import org.brisket.simulator.network.TransactionState;

/**
 * Kills a process as soon as the network has taken a transaction from it: before the answer leaves,
 * or while it is under way and nobody can have recorded it.
 */
final class Assassin implements NetworkListener, AutoCloseable {
    private static final long UNDER_WAY_MILLIS = 20;

    /** When the process dies. */
    enum Moment {
        BEFORE_THE_ANSWER,
        WITH_THE_ANSWER
    }

    /** A transaction during whose post a process was killed. */
    record Kill(Txid txid, Moment moment) {}

    private record Order(Moment moment, Runnable kill) {}

    private final AtomicReference<Order> order = new AtomicReference<>();
    private final List<Kill> kills = new ArrayList<>();
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();

    /** The next transaction that the network takes is the signal. */
    void arm(Moment moment, Runnable kill) {
        order.set(new Order(moment, kill));
    }

    /** Called in the thread that is about to answer the post. */
    @Override
    public void statusChanged(TransactionState state) {
        if (state.status() != ArcStatus.SEEN_ON_NETWORK) {
            return;
        }
        Order due = order.getAndSet(null);
        if (due == null) {
            return;
        }
        if (due.moment() == Moment.BEFORE_THE_ANSWER) {
            kill(due, state.txid());
        } else {
            later.schedule(() -> kill(due, state.txid()), UNDER_WAY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void kill(Order due, Txid txid) {
        due.kill().run();
        synchronized (this) {
            kills.add(new Kill(txid, due.moment()));
        }
    }

    synchronized List<Kill> kills() {
        return List.copyOf(kills);
    }

    @Override
    public void close() {
        later.shutdownNow();
    }
}
