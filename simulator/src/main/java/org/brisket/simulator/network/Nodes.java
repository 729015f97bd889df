package org.brisket.simulator.network;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.simulator.chain.Block;
import org.brisket.simulator.chain.Reorganisation;
import org.brisket.simulator.chain.SimulatedChain;

/** All nodes and miners as one: what happens to transactions. Guarded by its ledger's lock. */
final class Nodes {
    private static final int LARGEST_BLOCK = 100_000;

    final HeldTransactions held = new HeldTransactions();
    private final SimulatedChain chain;
    private final Mempool mempool;
    private final Eviction eviction;
    private final Races races;
    private final BranchSwitch branches;

    Nodes(
            SimulatedChain chain,
            Function<Txid, Optional<Transaction>> minedElsewhere,
            NetworkOptions options) {
        this.chain = chain;
        Acceptance acceptance = new Acceptance(options, held, minedElsewhere);
        this.mempool = new Mempool(held, acceptance);
        this.eviction = new Eviction(held, acceptance, mempool);
        this.races = new Races(held, acceptance, eviction);
        this.branches = new BranchSwitch(held, acceptance, races, chain);
    }

    Optional<Verdict.Refused> offer(PostedTransaction posted, AcceptanceOptions options) {
        return mempool.offer(posted, options);
    }

    /** As an offer, but one that competes with an unmined transaction enters a race with it. */
    Optional<Verdict.Refused> see(PostedTransaction posted) {
        boolean competes =
                !held.contains(posted.txid())
                        && !held.competitorsOf(posted.transaction()).isEmpty();
        return competes ? races.enter(posted) : offer(posted, AcceptanceOptions.ALL_CHECKS);
    }

    void prefer(Txid rival) {
        races.prefer(rival);
    }

    Block mineBlock() {
        races.settle();
        List<NetworkTransaction> next = held.next(LARGEST_BLOCK);
        Block block = chain.mine(next.stream().map(NetworkTransaction::txid).toList());
        for (int i = 0; i < next.size(); i++) {
            held.mined(next.get(i), block.height(), i + 1);
            races.end(next.get(i));
        }
        return block;
    }

    Reorganisation reorganise(BranchPlan plan) {
        return branches.run(plan);
    }

    boolean reject(Txid txid, String reason) {
        Optional<NetworkTransaction> waiting =
                held.find(txid).filter(each -> each.spendable && !each.isMined());
        waiting.ifPresent(first -> eviction.evict(first, reason, List.of()));
        return waiting.isPresent();
    }

    boolean reinstate(Txid txid) {
        return held.find(txid).map(eviction::reinstate).orElse(false);
    }
}
