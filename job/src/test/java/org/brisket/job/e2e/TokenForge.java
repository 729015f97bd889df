package org.brisket.job.e2e;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.beef.BeefEntry;
import org.brisket.protocol.beef.BeefVersion;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.key.PrivateKey;
import org.brisket.protocol.overlay.topic.SampleTokens;
import org.brisket.protocol.script.P2pkh;
import org.brisket.protocol.script.SigningBuilder;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.simulator.chain.FundingBlock;
import org.brisket.simulator.chain.FundingOptions;
import org.brisket.simulator.chain.FundingPlan;

/**
 * Makes transactions over tokens, all owned and signed by {@link SampleTokens#OWNER}. Input 0 pays
 * the fee with a coin of a mined transaction, the last output is what is left of it.
 */
final class TokenForge {
    private static final PrivateKey OWNER = PrivateKey.of(BigInteger.TWO);

    /** Whoever makes tokens can spend it. */
    static final byte[] CHANGE = P2pkh.lock(OWNER.publicKey());

    private static final long FEE = 500;

    private final FundingBlock block;
    private final Transaction funding;
    private final Map<Txid, Transaction> made = new LinkedHashMap<>();
    private int nextCoin;

    TokenForge(FundingPlan plan) {
        block = plan.block(0);
        funding = block.transactions().get(0);
    }

    /** Coins of the owner, all in one transaction. */
    static FundingPlan funding(long seed) {
        return funding(seed, 20);
    }

    static FundingPlan funding(long seed, int coins) {
        FundingOptions options = FundingOptions.of(coins, List.of(ByteSlice.of(CHANGE)));
        return new FundingPlan(seed, options.withCoinsPerTransaction(coins));
    }

    /** What input 0 of the next transaction will spend. */
    Outpoint nextFee() {
        return new Outpoint(funding.txid(), nextCoin);
    }

    /** Spends coins of transactions that were made before, from input 1 on. */
    Transaction make(List<Outpoint> coins, byte[]... outputs) {
        return make(FEE, coins, outputs);
    }

    /** As above, with a fee other than the usual one. */
    Transaction make(long fee, List<Outpoint> coins, byte[]... outputs) {
        long left = funding.satoshis(nextCoin) - fee;
        SigningBuilder builder =
                new SigningBuilder().input(nextFee(), funding.output(nextCoin), OWNER);
        for (Outpoint coin : coins) {
            Transaction maker = made.get(coin.txid());
            builder.input(coin, maker.output((int) coin.index()), OWNER);
        }
        for (byte[] output : outputs) {
            builder.output(1, output);
            left--;
        }
        nextCoin++;
        Transaction transaction = builder.output(left, CHANGE).build().transaction();
        made.put(transaction.txid(), transaction);
        return transaction;
    }

    /** A transaction with everything that it stands on. */
    byte[] beef(Transaction subject) {
        Set<Txid> wanted = new HashSet<>();
        addWithAncestors(subject.txid(), wanted);
        List<BeefEntry> entries = new ArrayList<>();
        entries.add(new BeefEntry.Proven(funding, 0));
        made.values().stream()
                .filter(transaction -> wanted.contains(transaction.txid()))
                .forEach(transaction -> entries.add(new BeefEntry.Unproven(transaction)));
        return new Beef(BeefVersion.V1, Optional.empty(), List.of(block.proof(0)), entries)
                .toBytes();
    }

    private void addWithAncestors(Txid txid, Set<Txid> wanted) {
        Transaction transaction = made.get(txid);
        if (transaction != null && wanted.add(txid)) {
            for (int input = 0; input < transaction.inputCount(); input++) {
                addWithAncestors(transaction.previousOutput(input).txid(), wanted);
            }
        }
    }
}
