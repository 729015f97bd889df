package org.brisket.bench.attack;

import static org.brisket.bench.attack.DepthAttacks.payOn;

import java.util.List;
import java.util.stream.LongStream;
import org.brisket.bench.forge.BeefBundle;
import org.brisket.bench.forge.Coin;
import org.brisket.bench.forge.Ground;
import org.brisket.bench.forge.Mined;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.transaction.TransactionBuilder;
import org.brisket.protocol.verdict.RejectionReason;

/** Transactions that spend twice, make money, or come too early. */
final class ValueAttacks {
    private static final String FAMILY = "value";
    private static final long SUPPLY = 2_100_000_000_000_000L;
    private static final long NULL_INDEX = 0xFFFFFFFFL;
    private static final int TREE = 10;

    private ValueAttacks() {}

    static List<AttackCase> cases() {
        return List.of(
                refused("same-input-twice", RejectionReason.DUPLICATE_SPEND, g -> inputTwice(g)),
                refused("double-spend-inside", RejectionReason.DUPLICATE_SPEND, g -> twoSpends(g)),
                refused(
                        "more-out-than-in",
                        RejectionReason.VALUE_NOT_CONSERVED,
                        g -> pay(g, 1_001)),
                refused("satoshis-2-to-63", bad(), g -> pay(g, Long.MIN_VALUE)),
                refused("satoshis-over-supply", bad(), g -> pay(g, SUPPLY + 1)),
                refused("sum-over-2-to-63", bad(), g -> pay(g, overflowing())),
                refused(
                        "output-missing",
                        RejectionReason.MISSING_SOURCE_OUTPUT,
                        g -> missingOutput(g)),
                refused("not-final", RejectionReason.NOT_FINAL, g -> locked(g, 2_000_002)),
                refused("not-final-by-time", RejectionReason.NOT_FINAL, g -> locked(g, 1L << 31)),
                refused("unmined-coinbase", bad(), g -> unminedCoinbase(g)),
                refused(
                        "coinbase-not-first",
                        RejectionReason.INVALID_MERKLE_PATH,
                        g -> coinbase(g, 2, g.nextHeight())),
                refused(
                        "immature-coinbase",
                        RejectionReason.IMMATURE_COINBASE,
                        g -> coinbase(g, 0, Judge.TIP.height() - 98)));
    }

    private static RejectionReason bad() {
        return RejectionReason.INVALID_TRANSACTION;
    }

    private static AttackCase refused(String name, RejectionReason reason, AttackCase.Forge forge) {
        return AttackCase.refused(FAMILY, name, reason, forge);
    }

    private static long[] overflowing() {
        return LongStream.generate(() -> SUPPLY).limit(9_000).toArray();
    }

    private static Mined mined(Ground ground) {
        return ground.mined(new TransactionBuilder().output(1_000, ScriptForge.anyoneCanSpend()));
    }

    private static TransactionBuilder spending(Coin... coins) {
        TransactionBuilder builder = new TransactionBuilder();
        for (Coin coin : coins) {
            builder.input(coin.outpoint(), ScriptForge.NOTHING);
        }
        return builder;
    }

    private static byte[] pay(Ground ground, long... amounts) {
        Mined parent = mined(ground);
        TransactionBuilder subject = spending(parent.coin(0));
        for (long amount : amounts) {
            subject.output(amount, ScriptForge.anyoneCanSpend());
        }
        return new BeefBundle().add(parent).add(subject.build()).toBytes();
    }

    private static byte[] inputTwice(Ground ground) {
        Mined parent = mined(ground);
        Transaction subject =
                spending(parent.coin(0), parent.coin(0))
                        .output(2_000, ScriptForge.anyoneCanSpend())
                        .build();
        return new BeefBundle().add(parent).add(subject).toBytes();
    }

    private static byte[] twoSpends(Ground ground) {
        Mined parent = mined(ground);
        Transaction first = payOn(parent.coin(0));
        Transaction second =
                spending(parent.coin(0)).output(999, ScriptForge.anyoneCanSpend()).build();
        Transaction subject =
                spending(Coin.of(first, 0), Coin.of(second, 0))
                        .output(1_999, ScriptForge.anyoneCanSpend())
                        .build();
        return new BeefBundle().add(parent).add(first).add(second).add(subject).toBytes();
    }

    private static byte[] missingOutput(Ground ground) {
        Mined parent = mined(ground);
        Outpoint absent = new Outpoint(parent.transaction().txid(), 1);
        Transaction subject =
                new TransactionBuilder()
                        .input(absent, ScriptForge.NOTHING)
                        .output(1, ScriptForge.anyoneCanSpend())
                        .build();
        return new BeefBundle().add(parent).add(subject).toBytes();
    }

    private static byte[] locked(Ground ground, long lockTime) {
        Mined parent = mined(ground);
        Transaction subject =
                new TransactionBuilder()
                        .input(parent.coin(0).outpoint(), ScriptForge.NOTHING, 0)
                        .output(1_000, ScriptForge.anyoneCanSpend())
                        .lockTime(lockTime)
                        .build();
        return new BeefBundle().add(parent).add(subject).toBytes();
    }

    private static TransactionBuilder coinbase() {
        Outpoint none = new Outpoint(new Txid(0, 0, 0, 0), NULL_INDEX);
        return new TransactionBuilder()
                .input(none, new byte[] {0x51, 0x51})
                .output(1_000, ScriptForge.anyoneCanSpend());
    }

    private static byte[] unminedCoinbase(Ground ground) {
        return new BeefBundle().add(coinbase().build()).toBytes();
    }

    private static byte[] coinbase(Ground ground, int index, long height) {
        Transaction coinbase = coinbase().build();
        BumpForge bump = new BumpForge(height, TREE).level(2);
        bump.leaf(index, BumpForge.CLIENT_TXID, coinbase.txid().toInternal());
        bump.leaf(index + 1L, BumpForge.NODE, ground.randomBytes(32));
        for (int level = 1; level < TREE; level++) {
            bump.level(1).leaf((index >> level) ^ 1, BumpForge.NODE, ground.randomBytes(32));
        }
        byte[] bytes = bump.build();
        ground.prove(coinbase, bytes);
        return RawBeef.write(bytes, coinbase, payOn(Coin.of(coinbase, 0)));
    }
}
