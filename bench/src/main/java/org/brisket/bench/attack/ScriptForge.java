package org.brisket.bench.attack;

import java.math.BigInteger;
import org.brisket.bench.forge.BeefBundle;
import org.brisket.bench.forge.Ground;
import org.brisket.bench.forge.Mined;
import org.brisket.protocol.bytes.ByteWriter;
import org.brisket.protocol.script.Opcode;
import org.brisket.protocol.script.ScriptBuilder;
import org.brisket.protocol.transaction.TransactionBuilder;

/** Assembles hostile scripts, and the BEEF in which a mined output with such a script is spent. */
final class ScriptForge {
    static final long SATOSHIS = 1_000;
    static final byte[] NOTHING = {};
    private static final byte[] ANYONE_CAN_SPEND = {(byte) Opcode.OP_1};

    private final ByteWriter bytes = new ByteWriter();

    ScriptForge op(int... opcodes) {
        return repeat(1, opcodes);
    }

    ScriptForge repeat(int times, int... opcodes) {
        for (int i = 0; i < times; i++) {
            for (int opcode : opcodes) {
                bytes.writeByte(opcode);
            }
        }
        return this;
    }

    ScriptForge data(byte[] data) {
        bytes.write(new ScriptBuilder().push(data).build());
        return this;
    }

    ScriptForge repeat(int times, byte[] piece) {
        for (int i = 0; i < times; i++) {
            bytes.write(piece);
        }
        return this;
    }

    /** Pushes a number that is not negative in its shortest form. */
    ScriptForge number(long value) {
        byte[] big = BigInteger.valueOf(value).toByteArray();
        byte[] little = new byte[value == 0 ? 0 : big.length];
        for (int i = 0; i < little.length; i++) {
            little[i] = big[big.length - 1 - i];
        }
        return data(little);
    }

    /** Pushes that many zero bytes without writing them. */
    ScriptForge zeros(long length) {
        return number(0).number(length).op(Opcode.NUM2BIN);
    }

    byte[] build() {
        return bytes.toByteArray();
    }

    static byte[] anyoneCanSpend() {
        return ANYONE_CAN_SPEND.clone();
    }

    static byte[] spend(Ground ground, byte[] lockingScript) {
        return spend(ground, lockingScript, NOTHING, 1);
    }

    static byte[] spend(Ground ground, byte[] locking, byte[] unlocking, int version) {
        Mined parent = ground.mined(new TransactionBuilder().output(SATOSHIS, locking));
        return new BeefBundle()
                .add(parent)
                .add(
                        new TransactionBuilder()
                                .version(version)
                                .input(parent.coin(0).outpoint(), unlocking)
                                .output(SATOSHIS, ANYONE_CAN_SPEND)
                                .build())
                .toBytes();
    }

    /** So many outputs with the same script, all spent by one transaction. */
    static byte[] spendEach(Ground ground, byte[] locking, int outputs) {
        TransactionBuilder coins = new TransactionBuilder();
        TransactionBuilder spender = new TransactionBuilder().output(1, ANYONE_CAN_SPEND);
        for (int i = 0; i < outputs; i++) {
            coins.output(SATOSHIS, locking);
        }
        Mined parent = ground.mined(coins);
        for (int i = 0; i < outputs; i++) {
            spender.input(parent.coin(i).outpoint(), NOTHING);
        }
        return new BeefBundle().add(parent).add(spender.build()).toBytes();
    }
}
