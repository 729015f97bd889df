package org.brisket.protocol.limit;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.brisket.protocol.bytes.ByteWriter;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.crypto.StrictDer;
import org.brisket.protocol.hash.Sha256;
import org.brisket.protocol.key.PrivateKey;
import org.brisket.protocol.script.Opcode;
import org.brisket.protocol.script.ScriptBuilder;
import org.brisket.protocol.verdict.RejectionReason;

/** Scripts that take exactly so much of one limit. */
final class ScriptProbe {
    private static final byte[] NOTHING = {};
    private static final int OVERHEAD = 32;
    private static final int READING_A_NUMBER = 5;
    private static final int MAKING_AN_ELEMENT = 1;

    /** What a digest covers beside the script code. */
    private static final int DIGEST_OVERHEAD = 200;

    private ScriptProbe() {}

    static Optional<RejectionReason> refusal(Limit limit, Limits limits, int amount)
            throws MalformedException {
        byte[] locking =
                switch (limit) {
                    case SCRIPT_BYTES -> steps(amount);
                    case COST -> amount > 1_000_000 ? expensive(amount) : steps(amount);
                    case ELEMENT_BYTES -> element(amount);
                    case NUMBER_BYTES -> number(amount);
                    case STACK_BYTES -> stack(amount);
                    case HASH_BYTES -> hashes(amount);
                    case SIGNATURE_OPERATIONS -> signatures(amount);
                    case SIGNATURE_HASH_BYTES -> longCode(amount);
                    default -> throw new IllegalStateException("not a script's limit: " + limit);
                };
        return LimitProbe.verifying(limits, LimitProbe.spend(NOTHING, locking));
    }

    /** As many opcodes as told, which is as many bytes and as many units of cost. */
    private static byte[] steps(int count) {
        byte[] script = new byte[count];
        Arrays.fill(script, (byte) Opcode.NOP);
        script[count - 1] = Opcode.OP_1;
        return script;
    }

    /** Hashes of a long element for most of the cost, and steps for the rest of it. */
    private static byte[] expensive(int units) {
        int size = 8_000_000;
        ScriptBuilder script = new ScriptBuilder();
        script.opcode(Opcode.OP_0).push(number(BigInteger.valueOf(size))).opcode(Opcode.NUM2BIN);
        int rest = units - 3 - READING_A_NUMBER - MAKING_AN_ELEMENT - size / 8;
        int each = 3 + 50 + size / 4;
        int hashes = rest / each;
        for (int i = 0; i < hashes; i++) {
            script.opcode(Opcode.DUP).opcode(Opcode.SHA256).opcode(Opcode.DROP);
        }
        rest -= hashes * each;
        // What is left is too much for steps alone, whose script would be too long.
        while (rest > 400_000) {
            script.opcode(Opcode.OP_0)
                    .push(number(BigInteger.valueOf(1_600_000)))
                    .opcode(Opcode.NUM2BIN)
                    .opcode(Opcode.DROP);
            rest -= 4 + READING_A_NUMBER + MAKING_AN_ELEMENT + 200_000;
        }
        byte[] head = script.build();
        return new ByteWriter().write(head).write(steps(rest)).toByteArray();
    }

    private static byte[] number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        for (int i = 0; i < bytes.length / 2; i++) {
            byte other = bytes[i];
            bytes[i] = bytes[bytes.length - 1 - i];
            bytes[bytes.length - 1 - i] = other;
        }
        return bytes;
    }

    private static ScriptBuilder zeros(ScriptBuilder script, int length) {
        return script.opcode(Opcode.OP_0)
                .push(number(BigInteger.valueOf(length)))
                .opcode(Opcode.NUM2BIN);
    }

    private static byte[] element(int length) {
        return zeros(new ScriptBuilder(), length).opcode(Opcode.DROP).opcode(Opcode.OP_1).build();
    }

    private static byte[] number(int length) {
        return zeros(new ScriptBuilder(), length).opcode(Opcode.NOT).build();
    }

    /** Elements of a million bytes on both stacks, and one for the rest. */
    private static byte[] stack(int bytes) {
        int each = 1_000_000;
        ScriptBuilder script = new ScriptBuilder();
        int left = bytes;
        while (left > 2 * each) {
            zeros(script, each - OVERHEAD);
            left -= each;
            if (left % (2 * each) == 0) {
                script.opcode(Opcode.TOALTSTACK);
            }
        }
        return zeros(script, left - OVERHEAD).opcode(Opcode.DROP).opcode(Opcode.OP_1).build();
    }

    private static byte[] hashes(int bytes) {
        return zeros(new ScriptBuilder(), bytes).opcode(Opcode.SHA256).build();
    }

    /** Well-formed signatures that verify nothing; version 2 waives the rule against them. */
    private static byte[] signatures(int count) {
        ScriptBuilder script = new ScriptBuilder();
        for (int i = 0; i < count; i++) {
            signature(script).opcode(Opcode.CHECKSIG).opcode(Opcode.DROP);
        }
        return script.opcode(Opcode.OP_1).build();
    }

    private static byte[] longCode(int bytes) {
        byte[] head = signature(new ScriptBuilder()).opcode(Opcode.CHECKSIG).build();
        byte[] rest = steps(bytes - DIGEST_OVERHEAD - head.length - 1);
        return new ByteWriter().write(head).writeByte(Opcode.DROP).write(rest).toByteArray();
    }

    private static ScriptBuilder signature(ScriptBuilder script) {
        PrivateKey key = PrivateKey.of(BigInteger.TEN);
        byte[] der = StrictDer.encode(key.sign(Sha256.hash(NOTHING)));
        byte[] signature = Arrays.copyOf(der, der.length + 1);
        signature[der.length] = 0x41;
        return script.push(signature).push(key.publicKey().bytes().toByteArray());
    }
}
