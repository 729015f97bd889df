package org.brisket.simulator.chain;

import java.util.List;
import org.brisket.protocol.merkle.MerklePath;
import org.brisket.protocol.transaction.Transaction;

/** A block of the funding plan with the transactions in it that can be spent. */
public final class FundingBlock {
    private final long height;
    private final BlockTree tree;
    private final List<Transaction> transactions;
    private final int stride;

    FundingBlock(long height, BlockTree tree, List<Transaction> transactions, int stride) {
        this.height = height;
        this.tree = tree;
        this.transactions = List.copyOf(transactions);
        this.stride = stride;
    }

    public long height() {
        return height;
    }

    public BlockTree tree() {
        return tree;
    }

    public List<Transaction> transactions() {
        return transactions;
    }

    /** The proof of one of the {@link #transactions()}. */
    public MerklePath proof(int transaction) {
        return tree.path(height, FundingPlan.position(transaction, stride));
    }
}
