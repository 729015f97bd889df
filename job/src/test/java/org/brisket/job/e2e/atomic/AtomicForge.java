package org.brisket.job.e2e.atomic;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.beef.BeefEntry;
import org.brisket.protocol.beef.BeefVersion;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.Utf8;
import org.brisket.protocol.crypto.StrictDer;
import org.brisket.protocol.hash.Sha256;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.key.PrivateKey;
import org.brisket.protocol.merkle.MerklePath;
import org.brisket.protocol.script.P2pkh;
import org.brisket.protocol.script.SigningBuilder;
import org.brisket.protocol.token.PushDrop;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.transaction.TransactionOutput;
import org.brisket.simulator.chain.FundingBlock;
import org.brisket.simulator.chain.FundingOptions;
import org.brisket.simulator.chain.FundingPlan;

/** Signs transactions over mined coins and each other's outputs, and writes them as BEEF. */
final class AtomicForge {
    /** What the sample tokens are locked with. */
    private static final PrivateKey OWNER = PrivateKey.of(BigInteger.TWO);

    private static final byte[] PLAIN = P2pkh.lock(OWNER.publicKey());
    private static final long FEE = 20;

    private final FundingPlan funding;
    private final Map<Integer, FundingBlock> blocks = new HashMap<>();
    private final Map<Txid, MerklePath> proofs = new HashMap<>();
    private long nextCoin;

    AtomicForge(FundingPlan funding) {
        this.funding = funding;
    }

    static FundingPlan funding(long seed, long coins) {
        return new FundingPlan(seed, FundingOptions.of(coins, List.of(ByteSlice.of(PLAIN))));
    }

    static byte[] plain() {
        return PLAIN.clone();
    }

    /** A text and its signature by the key that locks the output. */
    static byte[] greeting(String text) {
        byte[] field = Utf8.encode(text);
        byte[] signature = StrictDer.encode(OWNER.sign(Sha256.hash(field)));
        return PushDrop.lock(OWNER.publicKey().bytes(), List.of(field, signature));
    }

    /** The mined coin that the next transaction with one will spend as input 0. */
    Outpoint nextMined() {
        return new Outpoint(source(nextCoin).txid(), funding.outputOf(nextCoin));
    }

    /** One coin of another transaction. */
    record Spend(Made maker, int output) {}

    /**
     * Spends coins, has one output of one satoshi for each locking script, and what is left as the
     * last.
     *
     * @param mined whether a mined coin is spent too, as input 0
     * @param tip satoshis on top of the fee, which tell rivals apart
     */
    Made make(
            boolean mined,
            List<Spend> spends,
            List<byte[]> locks,
            long tip,
            boolean greets,
            Map<String, Set<Integer>> basketOutputs) {
        SigningBuilder builder = new SigningBuilder();
        long left = -FEE - tip;
        List<Long> coins = new ArrayList<>();
        if (mined) {
            TransactionOutput coin = source(nextCoin).output(funding.outputOf(nextCoin));
            builder.input(nextMined(), coin, OWNER);
            left += coin.satoshis();
            coins.add(nextCoin++);
        }
        for (Spend spend : spends) {
            TransactionOutput coin = spend.maker().transaction().output(spend.output());
            builder.input(spend.maker().output(spend.output()), coin, OWNER);
            left += coin.satoshis();
        }
        for (byte[] lock : locks) {
            builder.output(1, lock);
            left--;
        }
        Transaction transaction = builder.output(left, PLAIN).build().transaction();
        List<Made> parents = spends.stream().map(Spend::maker).distinct().toList();
        return new Made(transaction, parents, coins, greets, basketOutputs);
    }

    /** The transaction with everything that it stands on. */
    byte[] beef(Made subject) {
        List<Made> lineage = subject.lineage();
        Map<Txid, Long> mined = new LinkedHashMap<>();
        lineage.forEach(made -> made.fundings().forEach(c -> mined.put(source(c).txid(), c)));
        List<MerklePath> paths = new ArrayList<>();
        List<BeefEntry> entries = new ArrayList<>();
        for (long coin : mined.values()) {
            entries.add(new BeefEntry.Proven(source(coin), paths.size()));
            paths.add(proof(coin));
        }
        lineage.forEach(made -> entries.add(new BeefEntry.Unproven(made.transaction())));
        return new Beef(BeefVersion.V1, Optional.empty(), paths, entries).toBytes();
    }

    private MerklePath proof(long coin) {
        return proofs.computeIfAbsent(
                source(coin).txid(), txid -> block(coin).proof(funding.transactionOf(coin)));
    }

    private Transaction source(long coin) {
        return block(coin).transactions().get(funding.transactionOf(coin));
    }

    private FundingBlock block(long coin) {
        return blocks.computeIfAbsent(funding.blockOf(coin), funding::block);
    }
}
