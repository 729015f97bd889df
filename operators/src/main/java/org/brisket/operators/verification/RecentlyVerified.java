package org.brisket.operators.verification;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.OptionalLong;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.spv.VerifiedTransactions;

/**
 * Remembers a bounded number of transactions whose scripts were verified. It only saves work: what
 * is forgotten, or lost in a restart, is verified again.
 */
final class RecentlyVerified implements VerifiedTransactions {
    private final Cache<Txid, Long> costs;

    RecentlyVerified(long maxTransactions) {
        costs = Caffeine.newBuilder().maximumSize(maxTransactions).executor(Runnable::run).build();
    }

    @Override
    public OptionalLong costOf(Txid txid) {
        Long cost = costs.getIfPresent(txid);
        return cost == null ? OptionalLong.empty() : OptionalLong.of(cost);
    }

    @Override
    public void add(Txid txid, long cost) {
        costs.put(txid, cost);
    }
}
