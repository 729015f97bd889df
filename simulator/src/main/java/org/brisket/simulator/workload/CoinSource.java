package org.brisket.simulator.workload;

import org.brisket.protocol.merkle.MerklePath;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.simulator.chain.Coin;
import org.brisket.simulator.chain.FundingBlock;
import org.brisket.simulator.chain.FundingPlan;

/** Hands out the coins of a funding plan, each once and in order; keeps one block at a time. */
final class CoinSource {
    private final FundingPlan plan;
    private long next;
    private int blockNumber = -1;
    private FundingBlock block;
    private int transactionNumber = -1;
    private MerklePath proof;

    CoinSource(FundingPlan plan, long first) {
        this.plan = plan;
        this.next = first;
    }

    FundedCoin take() {
        long coin = next++;
        moveTo(plan.blockOf(coin), plan.transactionOf(coin));
        Transaction source = block.transactions().get(transactionNumber);
        return new FundedCoin(
                new Coin(source, plan.outputOf(coin)),
                plan.scriptOf(coin),
                Lineage.of(source, proof));
    }

    private void moveTo(int wantedBlock, int wantedTransaction) {
        if (wantedBlock == blockNumber && wantedTransaction == transactionNumber) {
            return;
        }
        if (wantedBlock != blockNumber) {
            block = plan.block(wantedBlock);
            blockNumber = wantedBlock;
        }
        transactionNumber = wantedTransaction;
        proof = block.proof(wantedTransaction);
    }
}
