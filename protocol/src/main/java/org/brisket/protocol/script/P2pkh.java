package org.brisket.protocol.script;

import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.key.PublicKey;

/**
 * The pay-to-public-key-hash template.
 *
 * <pre>
 * locking:   DUP HASH160 &lt;20 bytes&gt; EQUALVERIFY CHECKSIG
 * unlocking: &lt;signature and hash type&gt; &lt;public key&gt;
 * </pre>
 */
public final class P2pkh {
    public static final int LOCKING_SCRIPT_LENGTH = 25;
    private static final int HASH_LENGTH = 20;

    private P2pkh() {}

    /** The locking script for the HASH160 of a public key, 20 bytes. */
    public static byte[] lock(byte[] publicKeyHash) {
        if (publicKeyHash.length != HASH_LENGTH) {
            throw new IllegalStateException(
                    "a public key hash of " + publicKeyHash.length + " bytes, not 20");
        }
        return new ScriptBuilder()
                .opcode(Opcode.DUP)
                .opcode(Opcode.HASH160)
                .push(publicKeyHash)
                .opcode(Opcode.EQUALVERIFY)
                .opcode(Opcode.CHECKSIG)
                .build();
    }

    public static byte[] lock(PublicKey publicKey) {
        return lock(publicKey.hash160());
    }

    /**
     * @param signature DER with the hash type byte behind it
     */
    public static byte[] unlock(byte[] signature, PublicKey publicKey) {
        return new ScriptBuilder().push(signature).push(publicKey.bytes().toByteArray()).build();
    }

    public static boolean matches(ByteSlice lockingScript) {
        return lockingScript.length() == LOCKING_SCRIPT_LENGTH
                && lockingScript.at(0) == Opcode.DUP
                && lockingScript.at(1) == Opcode.HASH160
                && lockingScript.at(2) == HASH_LENGTH
                && lockingScript.at(23) == Opcode.EQUALVERIFY
                && lockingScript.at(24) == Opcode.CHECKSIG;
    }

    /** The 20 bytes in a locking script that {@link #matches(ByteSlice)}. */
    public static ByteSlice publicKeyHash(ByteSlice lockingScript) {
        return lockingScript.slice(3, HASH_LENGTH);
    }
}
