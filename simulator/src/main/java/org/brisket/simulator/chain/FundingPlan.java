package org.brisket.simulator.chain;

import java.util.ArrayList;
import java.util.List;
import org.brisket.protocol.bytes.ByteWriter;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.transaction.TransactionBuilder;

/**
 * Which coins the first blocks of a simulated chain hold. Every block follows from the seed and its
 * number alone, so a workload can make any of them again without keeping them, and two processes
 * with one seed agree. What a funding transaction itself spends is made up: it is proven by its
 * block, so nobody has to know.
 */
public final class FundingPlan {
    private final SeededBytes bytes;
    private final FundingOptions options;

    public FundingPlan(long seed, FundingOptions options) {
        this.bytes = new SeededBytes(seed);
        this.options = options;
    }

    public FundingOptions options() {
        return options;
    }

    public int blocks() {
        return options.blocks();
    }

    /** The block with the given number, counted from 0. */
    public FundingBlock block(int number) {
        if (number < 0 || number >= blocks()) {
            throw new IllegalStateException("funding block " + number + " of " + blocks());
        }
        long height = SimulatedChain.FIRST_HEIGHT + number;
        int leaves = 1 << options.merkleLevels();
        int stride = leaves / options.transactionsPerBlock();
        List<Transaction> transactions = new ArrayList<>(options.transactionsPerBlock());
        List<Txid> txids = new ArrayList<>(leaves);
        for (int position = 0; position < leaves; position++) {
            int index = position / stride;
            boolean funding = index < options.transactionsPerBlock();
            if (funding && position(index, stride) == position) {
                transactions.add(transaction(number, index));
                txids.add(transactions.get(index).txid());
            } else {
                long filler = (long) number * leaves + position;
                txids.add(Txid.fromInternal(bytes.at("filler", filler)));
            }
        }
        return new FundingBlock(height, new BlockTree(txids), transactions, stride);
    }

    /** Funding transactions stand apart, never at 0, which is the coinbase's place. */
    static int position(int index, int stride) {
        return index * stride + 1;
    }

    /** A funding transaction, by block number and index among the block's funding transactions. */
    public Transaction transaction(int block, int index) {
        long number = (long) block * options.transactionsPerBlock() + index;
        Txid spent = Txid.fromInternal(bytes.at("funding source", number));
        byte[] unlocking =
                new ByteWriter(40).writeVarBytes(bytes.at("funding", number)).toByteArray();
        TransactionBuilder builder =
                new TransactionBuilder().input(new Outpoint(spent, 0), unlocking);
        long firstCoin = number * options.coinsPerTransaction();
        for (int coin = 0; coin < options.coinsPerTransaction(); coin++) {
            builder.output(options.satoshisPerCoin(), lockingScript(firstCoin + coin));
        }
        return builder.build();
    }

    private byte[] lockingScript(long coin) {
        return options.lockingScripts().get(scriptOf(coin)).toByteArray();
    }

    /** Which of the locking scripts holds the coin with the given number. */
    public int scriptOf(long coin) {
        return (int) (coin % options.lockingScripts().size());
    }

    public int blockOf(long coin) {
        return (int) (transactionNumber(coin) / options.transactionsPerBlock());
    }

    /** Which of its block's funding transactions holds the coin with the given number. */
    public int transactionOf(long coin) {
        return (int) (transactionNumber(coin) % options.transactionsPerBlock());
    }

    public int outputOf(long coin) {
        return (int) (coin % options.coinsPerTransaction());
    }

    private long transactionNumber(long coin) {
        if (coin < 0 || coin >= options.coins()) {
            throw new IllegalStateException("coin " + coin + " of " + options.coins());
        }
        return coin / options.coinsPerTransaction();
    }
}
