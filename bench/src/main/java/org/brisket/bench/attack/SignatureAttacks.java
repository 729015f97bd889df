package org.brisket.bench.attack;

import static org.brisket.bench.attack.ScriptForge.spend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.brisket.bench.forge.BeefBundle;
import org.brisket.bench.forge.Ground;
import org.brisket.bench.forge.Mined;
import org.brisket.protocol.crypto.StrictDer;
import org.brisket.protocol.key.PrivateKey;
import org.brisket.protocol.script.Opcode;
import org.brisket.protocol.script.SignatureHashType;
import org.brisket.protocol.transaction.TransactionBuilder;
import org.brisket.protocol.verdict.RejectionReason;

/**
 * Scripts that check many signatures, or few that hash much. Version 2 waives the rule that a
 * failing signature must be empty, so that none of them needs to be right.
 */
final class SignatureAttacks {
    private static final String FAMILY = "signatures";
    private static final int CHRONICLE = SignatureHashType.DEFAULT | SignatureHashType.CHRONICLE;
    private static final int RELAXED = 2;

    private final List<AttackCase> cases = new ArrayList<>();

    private SignatureAttacks() {}

    static List<AttackCase> cases() {
        SignatureAttacks attacks = new SignatureAttacks();
        for (boolean onCurve : new boolean[] {true, false}) {
            String keys = onCurve ? "-keys" : "-bad-keys";
            attacks.accepted("multisig-1000" + keys, g -> multisig(g, 1_000, onCurve));
            attacks.limited("multisig-10000" + keys, g -> multisig(g, 10_000, onCurve));
            attacks.tooLong("multisig-100000" + keys, g -> multisig(g, 100_000, onCurve));
        }
        attacks.limited("checksig-100000", g -> checks(g, SignatureHashType.DEFAULT, 0));
        attacks.limited("checksig-separated-100000", g -> separated(g));
        attacks.limited("checksig-long-code", g -> checks(g, SignatureHashType.DEFAULT, 480_000));
        attacks.limited("chronicle-long-code", g -> checks(g, CHRONICLE, 480_000));
        attacks.limited("chronicle-separators-490kb", g -> separatorsInCode(g));
        attacks.accepted("chronicle-500-inputs", g -> quadratic(g, 500));
        attacks.limited("chronicle-1000-inputs", g -> quadratic(g, 1_000));
        attacks.limited("chronicle-3000-inputs", g -> quadratic(g, 3_000));
        attacks.limited("chronicle-20000-inputs", g -> quadratic(g, 20_000));
        return attacks.cases;
    }

    private void accepted(String name, AttackCase.Forge forge) {
        cases.add(AttackCase.accepted(FAMILY, name, forge));
    }

    private void limited(String name, AttackCase.Forge forge) {
        cases.add(AttackCase.refused(FAMILY, name, RejectionReason.COST_TOO_HIGH, forge));
    }

    private void tooLong(String name, AttackCase.Forge forge) {
        cases.add(AttackCase.refused(FAMILY, name, RejectionReason.SCRIPT_TOO_LONG, forge));
    }

    /** A signature of something else, in strict DER with low s. */
    private static byte[] signature(Ground ground, int hashType) {
        byte[] der = StrictDer.encode(ground.keys().next().sign(ground.randomBytes(32)));
        byte[] signature = Arrays.copyOf(der, der.length + 1);
        signature[der.length] = (byte) hashType;
        return signature;
    }

    private static byte[] key(Ground ground) {
        return ground.keys().next().publicKey().bytes().toByteArray();
    }

    /** One signature that belongs to none of the keys. */
    private static byte[] multisig(Ground ground, int count, boolean onCurve) {
        ScriptForge script = new ScriptForge().op(Opcode.OP_0);
        script.data(signature(ground, SignatureHashType.DEFAULT)).op(Opcode.OP_1);
        byte[] good = key(ground);
        for (int i = 0; i < count; i++) {
            byte[] key = good.clone();
            if (!onCurve) {
                // About half of all x are on no point; an x beyond the field's prime never is.
                Arrays.fill(key, 1, 17, (byte) 0xFF);
                key[17 + i % 16] ^= (byte) (1 + i % 255);
            }
            script.data(key);
        }
        script.number(count).op(Opcode.CHECKMULTISIG, Opcode.DROP, Opcode.OP_1);
        return spend(ground, script.build(), ScriptForge.NOTHING, RELAXED);
    }

    /** The same signature, checked again and again, over a script of some length. */
    private static byte[] checks(Ground ground, int hashType, int padding) {
        int times = padding > 0 ? 500 : 100_000;
        ScriptForge script =
                new ScriptForge()
                        .data(signature(ground, hashType))
                        .data(key(ground))
                        .repeat(times, Opcode.DUP_2, Opcode.CHECKSIG, Opcode.DROP)
                        .op(Opcode.OP_1, Opcode.RETURN)
                        .repeat(padding, Opcode.NOP);
        return spend(ground, script.build(), ScriptForge.NOTHING, RELAXED);
    }

    private static byte[] separated(Ground ground) {
        ScriptForge script =
                new ScriptForge()
                        .data(signature(ground, CHRONICLE))
                        .data(key(ground))
                        .repeat(
                                100_000,
                                Opcode.DUP_2,
                                Opcode.CHECKSIG,
                                Opcode.DROP,
                                Opcode.CODESEPARATOR)
                        .op(Opcode.OP_1);
        return spend(ground, script.build(), ScriptForge.NOTHING, RELAXED);
    }

    /** The signed code holds millions of separators, which the original digest leaves out. */
    private static byte[] separatorsInCode(Ground ground) {
        ScriptForge script =
                new ScriptForge()
                        .data(signature(ground, CHRONICLE))
                        .data(key(ground))
                        .repeat(200, Opcode.DUP_2, Opcode.CHECKSIG, Opcode.DROP)
                        .op(Opcode.OP_1, Opcode.RETURN)
                        .repeat(490_000, Opcode.CODESEPARATOR);
        return spend(ground, script.build(), ScriptForge.NOTHING, RELAXED);
    }

    /** Every input hashes the whole transaction. */
    private static byte[] quadratic(Ground ground, int inputs) {
        PrivateKey key = ground.keys().next();
        byte[] lock =
                new ScriptForge()
                        .data(key.publicKey().bytes().toByteArray())
                        .op(Opcode.CHECKSIG, Opcode.DROP, Opcode.OP_1)
                        .build();
        TransactionBuilder coins = new TransactionBuilder();
        for (int i = 0; i < inputs; i++) {
            coins.output(1, lock);
        }
        Mined parent = ground.mined(coins);
        byte[] unlocking = new ScriptForge().data(signature(ground, CHRONICLE)).build();
        TransactionBuilder subject =
                new TransactionBuilder().version(RELAXED).output(1, ScriptForge.anyoneCanSpend());
        for (int i = 0; i < inputs; i++) {
            subject.input(parent.coin(i).outpoint(), unlocking);
        }
        return new BeefBundle().add(parent).add(subject.build()).toBytes();
    }
}
