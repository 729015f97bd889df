package org.brisket.simulator.network;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.brisket.protocol.hash.Txid;

/** Transactions that wait for a parent; guarded by their ledger's lock. */
final class OrphanPool {
    private final Set<Txid> orphans = new LinkedHashSet<>();
    private final Map<Txid, Set<Txid>> byParent = new HashMap<>();

    int size() {
        return orphans.size();
    }

    void add(Txid orphan, Set<Txid> parents) {
        orphans.add(orphan);
        for (Txid parent : parents) {
            byParent.computeIfAbsent(parent, key -> new LinkedHashSet<>()).add(orphan);
        }
    }

    void remove(Txid orphan) {
        orphans.remove(orphan);
    }

    /** Those that still wait, this parent among others; nobody waits for it afterwards. */
    List<Txid> waitingFor(Txid arrivedParent) {
        Set<Txid> waiting = byParent.remove(arrivedParent);
        return waiting == null ? List.of() : waiting.stream().filter(orphans::contains).toList();
    }
}
