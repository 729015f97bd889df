package org.brisket.job.local.summary;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.brisket.protocol.hash.Txid;
import org.brisket.simulator.network.ArcStatus;
import org.brisket.simulator.network.NetworkListener;
import org.brisket.simulator.network.TransactionState;

/**
 * How often each transaction took effect on the simulated network: it should enter the mempool once
 * and be mined once, however often it is posted. Safe for concurrent use.
 */
public final class NetworkEffects implements NetworkListener {
    private static final int DOUBLES_KEPT = 100;

    private final Map<ArcStatus, Set<Txid>> seen = new EnumMap<>(ArcStatus.class);
    private final List<String> doubled = new ArrayList<>();

    @Override
    public synchronized void statusChanged(TransactionState state) {
        if (state.status() != ArcStatus.SEEN_ON_NETWORK && state.status() != ArcStatus.MINED) {
            return;
        }
        boolean first =
                seen.computeIfAbsent(state.status(), status -> new HashSet<>()).add(state.txid());
        if (!first && doubled.size() < DOUBLES_KEPT) {
            doubled.add(state.txid() + " was " + state.status() + " again");
        }
    }

    /** The first transactions that took an effect twice. */
    public synchronized List<String> doubled() {
        return List.copyOf(doubled);
    }
}
