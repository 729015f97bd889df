package org.brisket.bench.attack;

import java.util.ArrayList;
import java.util.List;
import org.brisket.bench.forge.BeefBundle;
import org.brisket.bench.forge.Coin;
import org.brisket.bench.forge.Ground;
import org.brisket.bench.forge.Mined;
import org.brisket.protocol.key.PrivateKey;
import org.brisket.protocol.script.P2pkh;
import org.brisket.protocol.script.SigningBuilder;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.transaction.TransactionBuilder;
import org.brisket.protocol.verdict.RejectionReason;

/** Ancestries that cost exponential time or a deep call stack unless each ancestor counts once. */
final class DepthAttacks {
    private static final long RICH = 1_000_000;

    private DepthAttacks() {}

    static List<AttackCase> cases() {
        List<AttackCase> cases = new ArrayList<>();
        for (int rungs : new int[] {14, 18, 20, 22, 26, 64}) {
            cases.add(
                    AttackCase.accepted(
                            "ladder", "ladder-" + rungs, ground -> ladder(ground, rungs)));
        }
        cases.add(
                AttackCase.accepted(
                        "depth", "chain-1000-signed", ground -> signedChain(ground, 1_000)));
        cases.add(AttackCase.accepted("depth", "chain-1000", ground -> chain(ground, 1_000)));
        cases.add(limited("chain-1001", RejectionReason.ANCESTRY_TOO_DEEP, 1_001));
        cases.add(limited("chain-4999", RejectionReason.ANCESTRY_TOO_DEEP, 4_999));
        cases.add(limited("chain-10000", RejectionReason.TOO_MANY_TRANSACTIONS, 10_000));
        cases.add(limited("chain-100000", RejectionReason.TOO_MANY_TRANSACTIONS, 100_000));
        return cases;
    }

    private static AttackCase limited(String name, RejectionReason reason, int depth) {
        return AttackCase.refused("depth", name, reason, ground -> chain(ground, depth));
    }

    /** Each transaction spends both outputs of the one before: 2^rungs paths, few transactions. */
    private static byte[] ladder(Ground ground, int rungs) {
        PrivateKey key = ground.keys().next();
        byte[] lock = P2pkh.lock(key.publicKey());
        Mined root = ground.mined(new TransactionBuilder().output(RICH, lock).output(RICH, lock));
        BeefBundle bundle = new BeefBundle().add(root);
        Transaction below = root.transaction();
        for (int rung = 0; rung < rungs; rung++) {
            SigningBuilder next = new SigningBuilder().output(RICH, lock).output(RICH, lock);
            for (int output = 0; output < 2; output++) {
                Coin coin = Coin.of(below, output);
                next.input(coin.outpoint(), coin.output(), key);
            }
            below = next.build().transaction();
            bundle.add(below);
        }
        return bundle.toBytes();
    }

    private static byte[] signedChain(Ground ground, int depth) {
        PrivateKey key = ground.keys().next();
        byte[] lock = P2pkh.lock(key.publicKey());
        Mined root = ground.mined(new TransactionBuilder().output(RICH, lock));
        BeefBundle bundle = new BeefBundle().add(root);
        Coin coin = root.coin(0);
        for (int i = 0; i < depth; i++) {
            SigningBuilder next = new SigningBuilder().output(RICH, lock);
            next.input(coin.outpoint(), coin.output(), key);
            Transaction transaction = next.build().transaction();
            bundle.add(transaction);
            coin = Coin.of(transaction, 0);
        }
        return bundle.toBytes();
    }

    /** The smallest transactions that there are, so that most of them fit in. */
    private static byte[] chain(Ground ground, int depth) {
        Mined root =
                ground.mined(new TransactionBuilder().output(RICH, ScriptForge.anyoneCanSpend()));
        BeefBundle bundle = new BeefBundle().add(root);
        Coin coin = root.coin(0);
        for (int i = 0; i < depth; i++) {
            Transaction transaction = payOn(coin);
            bundle.add(transaction);
            coin = Coin.of(transaction, 0);
        }
        return bundle.toBytes();
    }

    /** Spends a coin that anyone can spend to another such coin. */
    static Transaction payOn(Coin coin) {
        return new TransactionBuilder()
                .input(coin.outpoint(), ScriptForge.NOTHING)
                .output(coin.satoshis(), ScriptForge.anyoneCanSpend())
                .build();
    }
}
