package org.brisket.protocol.script;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.hash.Ripemd160;
import org.brisket.protocol.hash.Sha256;

/** The opcodes that replace the top of the stack by a digest of it. */
final class HashOperations {
    private interface Digest {
        byte[] of(ByteSlice data);
    }

    private interface Charge {
        void to(CostMeter meter, long bytes) throws ScriptFailure;
    }

    private HashOperations() {}

    static void addTo(Operation[] table) {
        table[Opcode.RIPEMD160] =
                hash(
                        CostMeter::chargeSlowHash,
                        data -> Ripemd160.hash(data.array(), data.offset(), data.length()));
        table[Opcode.SHA1] = hash(CostMeter::chargeHash, HashOperations::sha1);
        table[Opcode.SHA256] =
                hash(CostMeter::chargeHash, data -> Sha256.get().update(data).finish());
        table[Opcode.HASH160] = hash(HashOperations::chargeHash160, Ripemd160::hash160);
        table[Opcode.HASH256] =
                hash(CostMeter::chargeHash, data -> Sha256.get().update(data).finishDouble());
    }

    private static Operation hash(Charge charge, Digest digest) {
        return execution -> {
            ByteSlice data = execution.stack().pop();
            charge.to(execution.meter(), data.length());
            execution.stack().push(digest.of(data));
        };
    }

    /** SHA-256 of the data and RIPEMD-160 of the 32 bytes that it gives. */
    static void chargeHash160(CostMeter meter, long bytes) throws ScriptFailure {
        meter.chargeHash(bytes);
        meter.chargeSlowHash(Sha256.LENGTH);
    }

    private static byte[] sha1(ByteSlice data) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update(data.array(), data.offset(), data.length());
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
