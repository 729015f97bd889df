package org.brisket.simulator.chain;

import java.util.List;
import org.brisket.protocol.bytes.ByteSlice;

/**
 * How much is funded and how: the number of coins, coins per transaction, funding transactions per
 * block, merkle levels per block (its other transactions are fillers), satoshis per coin, and the
 * locking scripts that the coins take in turn.
 */
public record FundingOptions(
        long coins,
        int coinsPerTransaction,
        int transactionsPerBlock,
        int merkleLevels,
        long satoshisPerCoin,
        List<ByteSlice> lockingScripts) {
    private static final int MAX_MERKLE_LEVELS = 16;
    private static final long MAX_BLOCKS = 100_000;

    public FundingOptions {
        lockingScripts = List.copyOf(lockingScripts);
        if (coins < 0 || coinsPerTransaction < 1 || transactionsPerBlock < 1) {
            throw new IllegalStateException("funding with a count below one: " + coins);
        }
        if (merkleLevels < 1 || merkleLevels > MAX_MERKLE_LEVELS) {
            throw new IllegalStateException(
                    merkleLevels + " merkle levels, not 1.." + MAX_MERKLE_LEVELS);
        }
        if (2L * transactionsPerBlock > 1L << merkleLevels) {
            throw new IllegalStateException(
                    transactionsPerBlock + " transactions need more than " + merkleLevels);
        }
        if (coins > 0 && lockingScripts.isEmpty()) {
            throw new IllegalStateException("coins without locking scripts");
        }
        if (coins / transactionsPerBlock / coinsPerTransaction >= MAX_BLOCKS) {
            throw new IllegalStateException(coins + " coins need more than 100,000 blocks");
        }
    }

    /** Coins of 10,000 satoshis, twenty in each transaction, proofs of ten levels. */
    public static FundingOptions of(long coins, List<ByteSlice> lockingScripts) {
        return new FundingOptions(coins, 20, 50, 10, 10_000, lockingScripts);
    }

    /** A chain without coins. */
    public static FundingOptions none() {
        return of(0, List.of());
    }

    public FundingOptions withMerkleLevels(int levels) {
        return new FundingOptions(
                coins,
                coinsPerTransaction,
                Math.min(transactionsPerBlock, 1 << (levels - 1)),
                levels,
                satoshisPerCoin,
                lockingScripts);
    }

    public FundingOptions withCoinsPerTransaction(int count) {
        return new FundingOptions(
                coins, count, transactionsPerBlock, merkleLevels, satoshisPerCoin, lockingScripts);
    }

    int blocks() {
        long perBlock = (long) coinsPerTransaction * transactionsPerBlock;
        return (int) ((coins + perBlock - 1) / perBlock);
    }
}
