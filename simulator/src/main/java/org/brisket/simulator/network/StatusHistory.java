package org.brisket.simulator.network;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.brisket.protocol.hash.Txid;

/** Every status that each transaction had. Guarded by its ledger's lock. */
final class StatusHistory {
    private static final int KEPT = 64;

    private final Map<Txid, List<StatusChange>> changes = new HashMap<>();

    /** Beyond the first few, only the latest changes are kept. */
    void add(TransactionState state, Instant at) {
        List<StatusChange> list = changes.computeIfAbsent(state.txid(), txid -> new ArrayList<>(2));
        if (list.size() == KEPT) {
            list.remove(KEPT / 2);
        }
        list.add(
                new StatusChange(
                        at,
                        state.status(),
                        state.extraInfo(),
                        state.minedAt().map(MinedAt::block)));
    }

    List<StatusChange> of(Txid txid) {
        return List.copyOf(changes.getOrDefault(txid, List.of()));
    }
}
