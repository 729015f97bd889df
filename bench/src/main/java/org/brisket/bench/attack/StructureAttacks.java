package org.brisket.bench.attack;

import static org.brisket.bench.attack.DepthAttacks.payOn;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.brisket.bench.forge.BeefBundle;
import org.brisket.bench.forge.Coin;
import org.brisket.bench.forge.Ground;
import org.brisket.bench.forge.Mined;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.transaction.TransactionBuilder;
import org.brisket.protocol.transaction.TransactionOutput;
import org.brisket.protocol.verdict.RejectionReason;

/** BEEFs whose parts do not fit together, or are more than the subject needs. */
final class StructureAttacks {
    private static final String FAMILY = "structure";
    private static final long RICH = 1_000_000;
    private static final int BLOAT = 4_000;

    private StructureAttacks() {}

    static List<AttackCase> cases() {
        return List.of(
                refused("cycle", RejectionReason.MISSING_ANCESTOR, StructureAttacks::cycle),
                refused("self-spend", RejectionReason.MISSING_ANCESTOR, StructureAttacks::self),
                AttackCase.accepted(FAMILY, "unsorted", StructureAttacks::unsorted),
                refused("missing-parent", RejectionReason.MISSING_ANCESTOR, g -> without(g, false)),
                refused(
                        "parent-by-txid",
                        RejectionReason.TXID_ONLY_ANCESTOR,
                        g -> without(g, true)),
                refused("twice", RejectionReason.MALFORMED_BEEF, StructureAttacks::twice),
                AttackCase.accepted(FAMILY, "unreferenced-4000", StructureAttacks::unreferenced),
                refused("subject-absent", RejectionReason.MALFORMED_BEEF, StructureAttacks::absent),
                refused("trailing", RejectionReason.MALFORMED_BEEF, StructureAttacks::trailing),
                refused("empty", RejectionReason.MALFORMED_BEEF, g -> new BeefBundle().toBytes()));
    }

    private static AttackCase refused(String name, RejectionReason reason, AttackCase.Forge forge) {
        return AttackCase.refused(FAMILY, name, reason, forge);
    }

    private static Coin coin(Ground ground, BeefBundle bundle) {
        Mined mined =
                ground.mined(new TransactionBuilder().output(RICH, ScriptForge.anyoneCanSpend()));
        bundle.add(mined);
        return mined.coin(0);
    }

    /** A spends B and B spends an A that differs: a true cycle would need a broken hash. */
    private static byte[] cycle(Ground ground) {
        Transaction first = payOn(new Coin(new Outpoint(ground.randomTxid(), 0), rich()));
        Transaction second = payOn(Coin.of(first, 0));
        Transaction firstAgain = payOn(Coin.of(second, 0));
        return new BeefBundle()
                .add(second)
                .add(firstAgain)
                .add(payOn(Coin.of(firstAgain, 0)))
                .toBytes();
    }

    private static TransactionOutput rich() {
        return new TransactionOutput(RICH, ByteSlice.of(ScriptForge.anyoneCanSpend()));
    }

    /** Spends what it would be without that input. */
    private static byte[] self(Ground ground) {
        BeefBundle bundle = new BeefBundle();
        Coin honest = coin(ground, bundle);
        Outpoint itself = new Outpoint(payOn(honest).txid(), 0);
        return bundle.add(
                        new TransactionBuilder()
                                .input(honest.outpoint(), ScriptForge.NOTHING)
                                .input(itself, ScriptForge.NOTHING)
                                .output(RICH, ScriptForge.anyoneCanSpend())
                                .build())
                .toBytes();
    }

    /** Children before parents, the atomic subject first. */
    private static byte[] unsorted(Ground ground) {
        Mined mined =
                ground.mined(new TransactionBuilder().output(RICH, ScriptForge.anyoneCanSpend()));
        Transaction parent = payOn(mined.coin(0));
        Transaction child = payOn(Coin.of(parent, 0));
        return new BeefBundle()
                .add(child)
                .add(parent)
                .add(mined)
                .beef()
                .withAtomicSubject(child.txid())
                .toBytes();
    }

    private static byte[] without(Ground ground, boolean nameIt) {
        BeefBundle bundle = new BeefBundle();
        Transaction parent = payOn(coin(ground, bundle));
        if (nameIt) {
            bundle.add(parent.txid());
        }
        return bundle.add(payOn(Coin.of(parent, 0))).toBytes();
    }

    private static byte[] twice(Ground ground) {
        BeefBundle bundle = new BeefBundle();
        Transaction parent = payOn(coin(ground, bundle));
        return bundle.add(parent).add(parent).add(payOn(Coin.of(parent, 0))).toBytes();
    }

    private static byte[] unreferenced(Ground ground) {
        BeefBundle bundle = new BeefBundle();
        IntStream.range(0, BLOAT)
                .forEach(
                        i ->
                                bundle.add(
                                        payOn(
                                                new Coin(
                                                        new Outpoint(ground.randomTxid(), i),
                                                        rich()))));
        return bundle.add(payOn(coin(ground, bundle))).toBytes();
    }

    private static byte[] absent(Ground ground) {
        BeefBundle bundle = new BeefBundle();
        bundle.add(payOn(coin(ground, bundle)));
        return bundle.beef().withAtomicSubject(ground.randomTxid()).toBytes();
    }

    private static byte[] trailing(Ground ground) {
        BeefBundle bundle = new BeefBundle();
        byte[] good = bundle.add(payOn(coin(ground, bundle))).toBytes();
        return Arrays.copyOf(good, good.length + 1);
    }
}
