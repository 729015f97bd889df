package org.brisket.job.local.summary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.brisket.protocol.hash.BlockHash;
import org.brisket.protocol.hash.Txid;
import org.brisket.simulator.network.ArcStatus;
import org.brisket.simulator.network.MinedAt;
import org.brisket.simulator.network.NetworkListener;
import org.brisket.simulator.network.TransactionState;

/**
 * How often each transaction took effect on the simulated network: it should enter the mempool once
 * and be mined once, however often it is posted; again only after the network had refused it, and
 * in another block. Safe for concurrent use.
 */
public final class NetworkEffects implements NetworkListener {
    private static final int DOUBLES_KEPT = 100;

    private final Set<Txid> seen = new HashSet<>();
    private final Map<Txid, Optional<BlockHash>> mined = new HashMap<>();
    private final List<String> doubled = new ArrayList<>();

    @Override
    public synchronized void statusChanged(TransactionState state) {
        boolean first = true;
        if (state.status() == ArcStatus.SEEN_ON_NETWORK) {
            first = seen.add(state.txid());
        } else if (state.status() == ArcStatus.MINED) {
            Optional<BlockHash> block = state.minedAt().map(MinedAt::block);
            first = !block.equals(mined.put(state.txid(), block));
        } else if (state.status() == ArcStatus.REJECTED) {
            seen.remove(state.txid());
        }
        if (!first && doubled.size() < DOUBLES_KEPT) {
            doubled.add(state.txid() + " was " + state.status() + " again");
        }
    }

    /** The first transactions that took an effect twice. */
    public synchronized List<String> doubled() {
        return List.copyOf(doubled);
    }
}
