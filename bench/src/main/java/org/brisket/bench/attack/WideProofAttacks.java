package org.brisket.bench.attack;

import static org.brisket.bench.attack.DepthAttacks.payOn;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.brisket.bench.forge.Coin;
import org.brisket.bench.forge.Ground;
import org.brisket.protocol.bytes.ByteWriter;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.transaction.TransactionBuilder;
import org.brisket.protocol.verdict.RejectionReason;

/** Merkle paths that are sound but as large, as many or as ill-ordered as the bytes allow. */
final class WideProofAttacks {
    private static final String FAMILY = "wide proof";

    /** About ten million bytes of leaves. */
    private static final int LEAVES = 255_000;

    private static final int DUPLICATES = 1_600_000;
    private static final int PATHS = 4_990;
    private static final int HIGHEST = 32;

    private WideProofAttacks() {}

    static List<AttackCase> cases() {
        return List.of(
                AttackCase.accepted(FAMILY, "block-of-255000", g -> block(g, Order.ASCENDING)),
                AttackCase.accepted(FAMILY, "block-descending", g -> block(g, Order.DESCENDING)),
                AttackCase.accepted(FAMILY, "block-shuffled", g -> block(g, Order.SHUFFLED)),
                AttackCase.accepted(FAMILY, "block-of-equal-hash-codes", g -> colliding(g)),
                AttackCase.refused(
                        FAMILY,
                        "duplicate-leaves",
                        RejectionReason.MALFORMED_BEEF,
                        g -> duplicates(g)),
                AttackCase.accepted(FAMILY, "4990-high-paths", g -> highPaths(g)));
    }

    private enum Order {
        ASCENDING,
        DESCENDING,
        SHUFFLED
    }

    /** A path of one level that lists a whole block; its tree is implied. */
    private static byte[] block(Ground ground, Order order) {
        return block(ground, order, WideProofAttacks::randomHash);
    }

    private interface Hashes {
        byte[] next(Ground ground);
    }

    private static byte[] block(Ground ground, Order order, Hashes hashes) {
        Transaction proven = BumpAttacks.coinMaker(ground);
        BumpForge bump = new BumpForge(ground.nextHeight(), 1).level(LEAVES);
        for (int offset : offsets(ground, order)) {
            if (offset == 0) {
                bump.leaf(0, BumpForge.CLIENT_TXID, proven.txid().toInternal());
            } else {
                bump.leaf(offset, BumpForge.NODE, hashes.next(ground));
            }
        }
        byte[] bytes = bump.build();
        ground.prove(proven, bytes);
        return RawBeef.write(bytes, proven, payOn(Coin.of(proven, 0)));
    }

    private static int[] offsets(Ground ground, Order order) {
        int[] offsets = new int[LEAVES];
        for (int i = 0; i < LEAVES; i++) {
            offsets[i] = order == Order.DESCENDING ? LEAVES - 1 - i : i;
        }
        for (int i = LEAVES - 1; i > 0 && order == Order.SHUFFLED; i--) {
            int other = ground.random().nextInt(i + 1);
            int swapped = offsets[i];
            offsets[i] = offsets[other];
            offsets[other] = swapped;
        }
        return offsets;
    }

    private static byte[] randomHash(Ground ground) {
        return ground.randomBytes(32);
    }

    /** All txids fall into one bucket of a hash map: only the last word varies, its code not. */
    private static byte[] colliding(Ground ground) {
        byte[] common = ground.randomBytes(24);
        AtomicInteger number = new AtomicInteger();
        return block(
                ground,
                Order.ASCENDING,
                g -> {
                    int half = number.getAndIncrement();
                    ByteWriter hash = new ByteWriter(32).write(common);
                    return hash.writeInt(half).writeInt(half ^ 0x5EED).toByteArray();
                });
    }

    /** Leaves without hashes at random odd offsets, which no tree has more than one of. */
    private static byte[] duplicates(Ground ground) {
        int treeHeight = 30;
        Transaction proven = BumpAttacks.coinMaker(ground);
        BumpForge bump = new BumpForge(ground.nextHeight(), treeHeight).level(DUPLICATES + 2L);
        bump.leaf(0, BumpForge.CLIENT_TXID, proven.txid().toInternal());
        bump.leaf(1, BumpForge.NODE, ground.randomBytes(32));
        for (int i = 0; i < DUPLICATES; i++) {
            // Multiplication by an odd number permutes the offsets below 2^30.
            long scattered = (i + 2L) * 0x2545F491L & ((1L << (treeHeight - 1)) - 1);
            bump.duplicate(2 * scattered + 1);
        }
        byte[] bytes = bump.siblings(ground, 1, treeHeight).build();
        return RawBeef.write(bytes, proven, payOn(Coin.of(proven, 0)));
    }

    private static byte[] highPaths(Ground ground) {
        List<byte[]> bumps = new ArrayList<>();
        List<Transaction> proven = new ArrayList<>();
        TransactionBuilder subject =
                new TransactionBuilder().output(1, ScriptForge.anyoneCanSpend());
        for (int i = 0; i < PATHS; i++) {
            Transaction parent = BumpAttacks.coinMaker(ground);
            byte[] bump =
                    new BumpForge(ground.nextHeight(), HIGHEST)
                            .lowest(ground, parent.txid())
                            .siblings(ground, 1, HIGHEST)
                            .build();
            ground.prove(parent, bump);
            bumps.add(bump);
            proven.add(parent);
            subject.input(Coin.of(parent, 0).outpoint(), ScriptForge.NOTHING);
        }
        return RawBeef.write(bumps, proven, subject.build());
    }
}
