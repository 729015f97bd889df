package org.brisket.protocol.script;

import java.util.List;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.key.PublicKey;

/** The shapes of output that wallets use, beside {@link P2pkh}. */
public final class ScriptTemplates {
    private static final int SCRIPT_HASH_LENGTH = 23;

    private ScriptTemplates() {}

    /** Pay to public key: {@code <public key> CHECKSIG}. */
    public static byte[] p2pk(PublicKey publicKey) {
        return new ScriptBuilder()
                .push(publicKey.bytes().toByteArray())
                .opcode(Opcode.CHECKSIG)
                .build();
    }

    /** What unlocks pay to public key and PushDrop: the signature with its hash type alone. */
    public static byte[] unlockWithSignature(byte[] signature) {
        return new ScriptBuilder().push(signature).build();
    }

    /** A data output: {@code FALSE RETURN} and the fields. Nothing can ever spend it. */
    public static byte[] data(List<byte[]> fields) {
        ScriptBuilder script = new ScriptBuilder().opcode(Opcode.OP_0).opcode(Opcode.RETURN);
        fields.forEach(script::push);
        return script.build();
    }

    /** True for scripts that begin with {@code FALSE RETURN}. */
    public static boolean isData(ByteSlice lockingScript) {
        return lockingScript.length() >= 2
                && lockingScript.at(0) == Opcode.OP_0
                && lockingScript.at(1) == Opcode.RETURN;
    }

    /** True for pay to script hash, which no transaction may make any more. */
    public static boolean isScriptHash(ByteSlice lockingScript) {
        return lockingScript.length() == SCRIPT_HASH_LENGTH
                && lockingScript.at(0) == Opcode.HASH160
                && lockingScript.at(1) == 20
                && lockingScript.at(22) == Opcode.EQUAL;
    }
}
