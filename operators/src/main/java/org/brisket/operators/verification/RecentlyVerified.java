package org.brisket.operators.verification;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.OptionalLong;
import org.apache.flink.metrics.Counter;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.spv.VerifiedTransactions;

/**
 * Remembers a bounded number of transactions whose scripts were verified. It only saves work: what
 * is forgotten, or lost in a restart, is verified again.
 */
final class RecentlyVerified implements VerifiedTransactions {
    private final Cache<Txid, Long> costs;
    private final Counter hits;
    private final Counter misses;

    RecentlyVerified(long maxTransactions, Counter hits, Counter misses) {
        this.hits = hits;
        this.misses = misses;
        costs = Caffeine.newBuilder().maximumSize(maxTransactions).executor(Runnable::run).build();
    }

    @Override
    public OptionalLong costOf(Txid txid) {
        Long cost = costs.getIfPresent(txid);
        if (cost == null) {
            misses.inc();
            return OptionalLong.empty();
        }
        hits.inc();
        return OptionalLong.of(cost);
    }

    @Override
    public void add(Txid txid, long cost) {
        costs.put(txid, cost);
    }
}
