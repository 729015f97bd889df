package org.brisket.bench.attack;

import static org.brisket.bench.attack.DepthAttacks.payOn;

import java.util.List;
import org.brisket.bench.forge.Coin;
import org.brisket.bench.forge.Ground;
import org.brisket.protocol.hash.Sha256;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.transaction.TransactionBuilder;
import org.brisket.protocol.verdict.RejectionReason;

/** Merkle paths that are malformed, prove nothing, or prove the wrong thing. */
final class BumpAttacks {
    private static final String FAMILY = "bump";
    private static final int TREE = 10;

    /** Writes a path for a transaction; the root need not be any header's. */
    private interface Path {
        byte[] write(Ground ground, Transaction proven);
    }

    private BumpAttacks() {}

    static List<AttackCase> cases() {
        return List.of(
                malformed("bump-of-255-levels", (g, t) -> sound(g, t, 255)),
                malformed("bump-of-no-level", (g, t) -> new BumpForge(height(g), 0).build()),
                malformed("bump-offset-outside", BumpAttacks::offsetOutside),
                malformed("bump-duplicate-on-the-left", BumpAttacks::duplicateOnTheLeft),
                malformed("bump-without-its-transaction", BumpAttacks::anotherTransaction),
                refused("bump-sibling-missing", RejectionReason.INVALID_MERKLE_PATH, g -> gap(g)),
                refused("bump-two-roots", RejectionReason.INVALID_MERKLE_PATH, g -> twoRoots(g)),
                refused("bump-second-copy", RejectionReason.INVALID_MERKLE_PATH, g -> copied(g)),
                refused("bump-unknown-root", RejectionReason.INVALID_MERKLE_ROOT, g -> unknown(g)),
                refused("bump-beyond-tip", RejectionReason.INVALID_MERKLE_ROOT, g -> beyond(g)),
                refused("bump-of-64-bytes", RejectionReason.INVALID_TRANSACTION, g -> sized(g)));
    }

    private static AttackCase malformed(String name, Path path) {
        return refused(name, RejectionReason.MALFORMED_BEEF, ground -> withPath(ground, path));
    }

    private static AttackCase refused(String name, RejectionReason reason, AttackCase.Forge forge) {
        return AttackCase.refused(FAMILY, name, reason, forge);
    }

    static Transaction coinMaker(Ground ground) {
        return ground.unrooted(
                new TransactionBuilder().output(1_000, ScriptForge.anyoneCanSpend()));
    }

    private static long height(Ground ground) {
        return ground.nextHeight();
    }

    private static byte[] withPath(Ground ground, Path path) {
        Transaction proven = coinMaker(ground);
        return RawBeef.write(path.write(ground, proven), proven, payOn(Coin.of(proven, 0)));
    }

    private static byte[] sound(Ground ground, Transaction proven, int treeHeight) {
        return new BumpForge(height(ground), treeHeight)
                .lowest(ground, proven.txid())
                .siblings(ground, 1, treeHeight)
                .build();
    }

    private static byte[] offsetOutside(Ground ground, Transaction proven) {
        return new BumpForge(height(ground), TREE)
                .level(2)
                .leaf(1 << TREE, BumpForge.CLIENT_TXID, proven.txid().toInternal())
                .leaf((1 << TREE) + 1, BumpForge.NODE, ground.randomBytes(32))
                .siblings(ground, 1, TREE)
                .build();
    }

    private static byte[] duplicateOnTheLeft(Ground ground, Transaction proven) {
        return new BumpForge(height(ground), TREE)
                .level(2)
                .duplicate(0)
                .leaf(1, BumpForge.CLIENT_TXID, proven.txid().toInternal())
                .siblings(ground, 1, TREE)
                .build();
    }

    private static byte[] anotherTransaction(Ground ground, Transaction proven) {
        return sound(ground, coinMaker(ground), TREE);
    }

    private static byte[] gap(Ground ground) {
        return withPath(
                ground,
                (g, proven) ->
                        new BumpForge(height(g), TREE)
                                .lowest(g, proven.txid())
                                .level(0)
                                .siblings(g, 2, TREE)
                                .build());
    }

    private static byte[] twoRoots(Ground ground) {
        Transaction first = coinMaker(ground);
        Transaction second = coinMaker(ground);
        long height = height(ground);
        byte[] firstBump = sound(ground, first, TREE);
        ground.prove(first, firstBump);
        byte[] secondBump =
                new BumpForge(height, TREE)
                        .lowest(ground, second.txid())
                        .siblings(ground, 1, TREE)
                        .build();
        Transaction subject =
                new TransactionBuilder()
                        .input(Coin.of(first, 0).outpoint(), ScriptForge.NOTHING)
                        .input(Coin.of(second, 0).outpoint(), ScriptForge.NOTHING)
                        .output(2_000, ScriptForge.anyoneCanSpend())
                        .build();
        return RawBeef.write(List.of(firstBump, secondBump), List.of(first, second), subject);
    }

    /** CVE-2012-2459: the transaction stands in the copy of an odd node. */
    private static byte[] copied(Ground ground) {
        return withPath(
                ground,
                (g, proven) ->
                        new BumpForge(height(g), 2)
                                .level(2)
                                .leaf(2, BumpForge.CLIENT_TXID, proven.txid().toInternal())
                                .duplicate(3)
                                .level(1)
                                .leaf(0, BumpForge.NODE, doubled(proven))
                                .build());
    }

    private static byte[] doubled(Transaction proven) {
        byte[] hash = proven.txid().toInternal();
        return Sha256.get().update(hash).update(hash).finishDouble();
    }

    private static byte[] unknown(Ground ground) {
        ground.mine(coinMaker(ground));
        return withPath(
                ground,
                (g, proven) ->
                        new BumpForge(height(g) - 1, TREE)
                                .lowest(g, proven.txid())
                                .siblings(g, 1, TREE)
                                .build());
    }

    private static byte[] beyond(Ground ground) {
        return withPath(
                ground,
                (g, proven) ->
                        new BumpForge(Judge.TIP.height() + 10, TREE)
                                .lowest(g, proven.txid())
                                .siblings(g, 1, TREE)
                                .build());
    }

    /** CVE-2017-12842: 64 bytes may be an inner node as well as a transaction. */
    private static byte[] sized(Ground ground) {
        Transaction proven =
                new TransactionBuilder()
                        .input(new Outpoint(ground.randomTxid(), 0), ScriptForge.NOTHING)
                        .output(1_000, new byte[] {0x51, 0x61, 0x61, 0x61})
                        .build();
        byte[] bump = sound(ground, proven, TREE);
        ground.prove(proven, bump);
        return RawBeef.write(bump, proven, payOn(Coin.of(proven, 0)));
    }
}
