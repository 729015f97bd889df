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

    private HashOperations() {}

    static void addTo(Operation[] table) {
        table[Opcode.RIPEMD160] =
                hash(data -> Ripemd160.hash(data.array(), data.offset(), data.length()));
        table[Opcode.SHA1] = hash(HashOperations::sha1);
        table[Opcode.SHA256] = hash(data -> Sha256.get().update(data).finish());
        table[Opcode.HASH160] = hash(Ripemd160::hash160);
        table[Opcode.HASH256] = hash(data -> Sha256.get().update(data).finishDouble());
    }

    private static Operation hash(Digest digest) {
        return execution -> {
            ByteSlice data = execution.stack().pop();
            execution.meter().chargeHash(data.length());
            execution.stack().push(digest.of(data));
        };
    }

    /** The same charge as the opcode makes, for the way that does not run it. */
    static void chargeHash160(CostMeter meter, ByteSlice data) throws ScriptFailure {
        meter.chargeHash(data.length());
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
