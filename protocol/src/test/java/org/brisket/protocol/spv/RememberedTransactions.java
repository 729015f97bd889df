package org.brisket.protocol.spv;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.brisket.protocol.hash.Txid;

/** A memory of verified transactions that forgets nothing. */
final class RememberedTransactions implements VerifiedTransactions {
    private final Map<Txid, Long> costs = new HashMap<>();

    @Override
    public OptionalLong costOf(Txid txid) {
        Long cost = costs.get(txid);
        return cost == null ? OptionalLong.empty() : OptionalLong.of(cost);
    }

    @Override
    public void add(Txid txid, long cost) {
        costs.put(txid, cost);
    }

    int size() {
        return costs.size();
    }
}
