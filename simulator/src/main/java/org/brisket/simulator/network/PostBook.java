package org.brisket.simulator.network;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.brisket.protocol.hash.Txid;

/** Every post that the network received. Guarded by its ledger's lock. */
final class PostBook {
    private static final int KEPT_PER_TRANSACTION = 100;
    private static final int TAKEN = 200;

    private final Map<Txid, List<Post>> posts = new HashMap<>();
    private long count;

    void add(String endpoint, Txid txid, Verdict verdict, Instant at) {
        count++;
        List<Post> list = posts.computeIfAbsent(txid, key -> new ArrayList<>(2));
        if (list.size() >= KEPT_PER_TRANSACTION) {
            return;
        }
        if (verdict instanceof Verdict.Refused refused) {
            list.add(new Post(endpoint, at, refused.code(), refused.detail()));
        } else if (verdict instanceof Verdict.Held held) {
            list.add(new Post(endpoint, at, TAKEN, held.state().status().name()));
        }
    }

    List<Post> of(Txid txid) {
        return List.copyOf(posts.getOrDefault(txid, List.of()));
    }

    Set<Txid> txids() {
        return new HashSet<>(posts.keySet());
    }

    long count() {
        return count;
    }
}
