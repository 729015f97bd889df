package org.brisket.simulator.network;

import java.util.List;
import java.util.function.Predicate;
import org.brisket.protocol.hash.Txid;

/**
 * A branch that is to become the longest: how many blocks it replaces, which of their transactions
 * it holds too (one whose parent it lacks is left out anyway), and which rivals its first block
 * holds instead of others. What it lacks returns to the mempool, unless a rival stands against it.
 */
public record BranchPlan(int depth, Predicate<Txid> keeps, List<PostedTransaction> rivals) {
    public BranchPlan {
        rivals = List.copyOf(rivals);
    }

    /** The same transactions in other blocks. */
    public static BranchPlan keepingAll(int depth) {
        return new BranchPlan(depth, txid -> true, List.of());
    }

    /** Blocks of a coinbase alone. */
    public static BranchPlan keepingNothing(int depth) {
        return new BranchPlan(depth, txid -> false, List.of());
    }
}
