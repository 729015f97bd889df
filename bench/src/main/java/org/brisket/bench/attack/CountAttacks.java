package org.brisket.bench.attack;

import java.util.List;
import org.brisket.bench.forge.BeefBundle;
import org.brisket.bench.forge.Coin;
import org.brisket.bench.forge.Ground;
import org.brisket.bench.forge.Mined;
import org.brisket.protocol.bytes.ByteWriter;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.key.PrivateKey;
import org.brisket.protocol.script.P2pkh;
import org.brisket.protocol.script.ScriptTemplates;
import org.brisket.protocol.script.SigningBuilder;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.transaction.TransactionBuilder;
import org.brisket.protocol.verdict.RejectionReason;

/** Transactions with as many inputs, outputs or ancestors as the bytes allow. */
final class CountAttacks {
    private static final String FAMILY = "counts";

    private CountAttacks() {}

    static List<AttackCase> cases() {
        return List.of(
                AttackCase.accepted(FAMILY, "3000-signed-inputs", g -> signed(g, 3_000)),
                AttackCase.refused(
                        FAMILY,
                        "30000-signed-inputs",
                        RejectionReason.TOO_MANY_OUTPUTS,
                        g -> signed(g, 30_000)),
                AttackCase.refused(
                        FAMILY,
                        "20000-signed-inputs",
                        RejectionReason.COST_TOO_HIGH,
                        g -> signed(g, 20_000)),
                AttackCase.accepted(FAMILY, "20000-free-inputs", g -> free(g, 20_000)),
                AttackCase.accepted(FAMILY, "20000-outputs", g -> outputs(g, 20_000)),
                AttackCase.refused(
                        FAMILY,
                        "900000-outputs",
                        RejectionReason.TOO_MANY_OUTPUTS,
                        g -> outputs(g, 900_000)),
                AttackCase.accepted(FAMILY, "9mb-ancestor-1000-children", g -> amplified(g)),
                AttackCase.refused(
                        FAMILY,
                        "mined-220000-inputs",
                        RejectionReason.TOO_MANY_INPUTS,
                        g -> minedInputs(g)));
    }

    /** One real signature repeated would fail; these are all real. */
    private static byte[] signed(Ground ground, int inputs) {
        PrivateKey key = ground.keys().next();
        byte[] lock = P2pkh.lock(key.publicKey());
        TransactionBuilder coins = new TransactionBuilder();
        for (int i = 0; i < inputs; i++) {
            coins.output(1, lock);
        }
        Mined parent = ground.mined(coins);
        SigningBuilder subject = new SigningBuilder().output(1, lock);
        for (int i = 0; i < inputs; i++) {
            Coin coin = parent.coin(i);
            subject.input(coin.outpoint(), coin.output(), key);
        }
        return new BeefBundle().add(parent).add(subject.build().transaction()).toBytes();
    }

    private static byte[] free(Ground ground, int inputs) {
        TransactionBuilder coins = new TransactionBuilder();
        for (int i = 0; i < inputs; i++) {
            coins.output(1, ScriptForge.anyoneCanSpend());
        }
        Mined parent = ground.mined(coins);
        TransactionBuilder subject =
                new TransactionBuilder().output(1, ScriptForge.anyoneCanSpend());
        for (int i = 0; i < inputs; i++) {
            subject.input(parent.coin(i).outpoint(), ScriptForge.NOTHING);
        }
        return new BeefBundle().add(parent).add(subject.build()).toBytes();
    }

    private static Mined one(Ground ground) {
        return ground.mined(new TransactionBuilder().output(1, ScriptForge.anyoneCanSpend()));
    }

    private static byte[] outputs(Ground ground, int count) {
        Mined parent = one(ground);
        TransactionBuilder subject =
                new TransactionBuilder().input(parent.coin(0).outpoint(), ScriptForge.NOTHING);
        for (int i = 0; i < count; i++) {
            subject.output(0, ScriptForge.anyoneCanSpend());
        }
        return new BeefBundle().add(parent).add(subject.build()).toBytes();
    }

    /** A thousand small transactions, each of which spends an output of the same large one. */
    private static byte[] amplified(Ground ground) {
        byte[] lock = ScriptForge.anyoneCanSpend();
        TransactionBuilder large = new TransactionBuilder();
        for (int i = 0; i < 1_000; i++) {
            large.output(1, lock);
        }
        large.output(0, ScriptTemplates.data(List.of(ground.randomBytes(9_000_000))));
        Mined parent = ground.mined(large);
        BeefBundle bundle = new BeefBundle().add(parent);
        Transaction last = DepthAttacks.payOn(parent.coin(0));
        bundle.add(last);
        for (int i = 1; i < 1_000; i++) {
            last =
                    new TransactionBuilder()
                            .input(parent.coin(i).outpoint(), ScriptForge.NOTHING)
                            .input(Coin.of(last, 0).outpoint(), ScriptForge.NOTHING)
                            .output(1, lock)
                            .build();
            bundle.add(last);
        }
        return bundle.toBytes();
    }

    /** The mined parent's own inputs are looked at only for double spends. */
    private static byte[] minedInputs(Ground ground) {
        int inputs = 220_000;
        ByteWriter bytes = new ByteWriter(inputs * 41 + 64).writeInt(1).writeVarint(inputs);
        for (int i = 0; i < inputs; i++) {
            bytes.write(ground.randomBytes(36)).writeByte(0).writeInt(-1);
        }
        bytes.writeVarint(1).writeLong(1).writeVarBytes(ScriptForge.anyoneCanSpend()).writeInt(0);
        try {
            Mined parent = ground.mine(Transaction.parse(bytes.toByteArray()));
            return new BeefBundle().add(parent).add(DepthAttacks.payOn(parent.coin(0))).toBytes();
        } catch (MalformedException e) {
            throw new IllegalStateException("forged a transaction that does not parse", e);
        }
    }
}
