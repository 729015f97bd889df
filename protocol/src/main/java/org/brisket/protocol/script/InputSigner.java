package org.brisket.protocol.script;

import java.util.Arrays;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.crypto.StrictDer;
import org.brisket.protocol.key.PrivateKey;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.transaction.TransactionOutput;

/** Signs the inputs of one transaction; what its inputs share is hashed once. */
public final class InputSigner {
    private final ExtendedTransaction unsigned;
    private final SignatureDigests digests;

    /** Unlocking scripts of the given transaction do not matter; no signature covers them. */
    public InputSigner(ExtendedTransaction unsigned) {
        this.unsigned = unsigned;
        this.digests = new SignatureDigests(unsigned.transaction());
    }

    /** Signs one input and gives its unlocking script. */
    public static byte[] sign(
            ExtendedTransaction unsigned, int input, PrivateKey key, int hashType) {
        return new InputSigner(unsigned).unlockingScript(input, key, hashType);
    }

    /**
     * The unlocking script of an input: signature and public key where it spends pay to public key
     * hash, the signature alone everywhere else (pay to public key, PushDrop).
     */
    public byte[] unlockingScript(int input, PrivateKey key, int hashType) {
        byte[] signature = signature(input, key, hashType);
        return P2pkh.matches(source(input).lockingScript())
                ? P2pkh.unlock(signature, key.publicKey())
                : ScriptTemplates.unlockWithSignature(signature);
    }

    /** DER with the hash type byte behind it, over the whole locking script. */
    public byte[] signature(int input, PrivateKey key, int hashType) {
        requireForkIdDigest(hashType);
        TransactionOutput source = source(input);
        ByteSlice code = source.lockingScript();
        byte[] digest = digests.forkId(input, code, source.satoshis(), hashType);
        byte[] der = StrictDer.encode(key.sign(digest));
        byte[] signature = Arrays.copyOf(der, der.length + 1);
        signature[der.length] = (byte) hashType;
        return signature;
    }

    private TransactionOutput source(int input) {
        return unsigned.sourceOutputs().get(input);
    }

    private static void requireForkIdDigest(int hashType) {
        boolean forkId = (hashType & SignatureHashType.FORK_ID) != 0;
        boolean chronicle = (hashType & SignatureHashType.CHRONICLE) != 0;
        if (!SignatureHashType.isDefined(hashType) || !forkId || chronicle) {
            throw new IllegalStateException("cannot sign with hash type " + hashType);
        }
    }
}
