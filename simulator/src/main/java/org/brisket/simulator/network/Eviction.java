package org.brisket.simulator.network;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.brisket.protocol.hash.Txid;

/** Refusal after acceptance, and its reversal. Guarded by its ledger's lock. */
final class Eviction {
    private final HeldTransactions held;
    private final Acceptance acceptance;
    private final Mempool mempool;

    Eviction(HeldTransactions held, Acceptance acceptance, Mempool mempool) {
        this.held = held;
        this.acceptance = acceptance;
        this.mempool = mempool;
    }

    /** Throws an unmined transaction out, with everything that stands on it. */
    void evict(NetworkTransaction first, String reason, List<Txid> competing) {
        if (!first.spendable || first.isMined()) {
            return;
        }
        first.competing = competing;
        Deque<NetworkTransaction> queue = new ArrayDeque<>(List.of(first));
        while (!queue.isEmpty()) {
            NetworkTransaction next = queue.poll();
            if (next.spendable) {
                queue.addAll(held.childrenOf(next));
                next.evictedWith = Optional.of(first.txid());
                held.withdraw(next, ArcStatus.REJECTED, reason);
            }
        }
    }

    /**
     * Takes a refused transaction back after all, with everything that was thrown out with it, as
     * far as no other transaction has taken its place.
     *
     * @return whether the transaction itself is back
     */
    boolean reinstate(NetworkTransaction first) {
        List<NetworkTransaction> lost =
                held.inOrderOfArrival().stream()
                        .filter(NetworkTransaction::isRefused)
                        .filter(each -> each.evictedWith.equals(Optional.of(first.txid())))
                        .toList();
        // A child may have come before its parent, as an orphan.
        boolean progress = true;
        while (progress) {
            progress = lost.stream().filter(this::takeBack).count() > 0;
        }
        return first.spendable;
    }

    private boolean takeBack(NetworkTransaction refused) {
        boolean fits =
                !refused.spendable
                        && acceptance.sourcesOf(refused.posted).unknown().isEmpty()
                        && held.competitorsOf(refused.transaction()).isEmpty();
        if (fits) {
            refused.evictedWith = Optional.empty();
            held.makeMinable(refused, ArcStatus.SEEN_ON_NETWORK, "accepted after all");
            mempool.adoptOrphansOf(refused.txid());
        }
        return fits;
    }
}
