package org.brisket.protocol.script;

import java.util.Optional;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.ByteWriter;
import org.brisket.protocol.hash.Sha256;
import org.brisket.protocol.transaction.Transaction;

/**
 * The 32-byte digests that signatures of one transaction sign. What all inputs share is hashed
 * once, so that many inputs cost no more than their own scripts. One instance belongs to one
 * thread.
 *
 * <pre>
 * version | hash of outpoints | hash of sequences | outpoint | script code with length | satoshis
 *         | sequence | hash of outputs | lock time | hash type u32
 * </pre>
 */
public final class SignatureDigests {
    private static final byte[] ZEROS = new byte[32];

    private final Transaction transaction;
    private byte[] outpointsHash;
    private byte[] sequencesHash;
    private byte[] outputsHash;

    public SignatureDigests(Transaction transaction) {
        this.transaction = transaction;
    }

    public Transaction transaction() {
        return transaction;
    }

    /**
     * The digest of a signature with FORK_ID and without CHRONICLE.
     *
     * @param scriptCode the part of the running script that the signature covers
     * @param satoshis the value of the spent output
     * @param hashType written whole into the digest; its lowest byte says what is covered
     */
    public byte[] forkId(int input, ByteSlice scriptCode, long satoshis, int hashType) {
        boolean anyoneCanPay = (hashType & SignatureHashType.ANYONE_CAN_PAY) != 0;
        int base = SignatureHashType.base(hashType);
        boolean others =
                base == SignatureHashType.NONE || base == SignatureHashType.SINGLE || anyoneCanPay;
        ByteWriter part = new ByteWriter(128);
        part.writeInt(transaction.version());
        part.write(anyoneCanPay ? ZEROS : outpointsHash());
        part.write(others ? ZEROS : sequencesHash());
        part.write(transaction.previousOutputBytes(input)).writeVarint(scriptCode.length());
        byte[] outputs = outputsHash(input, base);
        Sha256 sha256 = Sha256.get().update(part.view()).update(scriptCode);
        part.clear().writeLong(satoshis).writeUnsignedInt(transaction.sequence(input));
        part.write(outputs);
        part.writeUnsignedInt(transaction.lockTime()).writeInt(hashType);
        return sha256.update(part.view()).finishDouble();
    }

    /**
     * The digest of a signature with CHRONICLE: the original one. Empty for a script code that ends
     * in the middle of a push, where implementations differ.
     */
    public Optional<byte[]> original(int input, ByteSlice scriptCode, int hashType) {
        return OriginalDigest.compute(transaction, input, scriptCode, hashType);
    }

    private byte[] outputsHash(int input, int base) {
        if (base == SignatureHashType.SINGLE) {
            return input < transaction.outputCount()
                    ? Sha256.get().update(transaction.outputBytes(input)).finishDouble()
                    : ZEROS;
        }
        return base == SignatureHashType.NONE ? ZEROS : outputsHash();
    }

    private byte[] outpointsHash() {
        if (outpointsHash == null) {
            Sha256 sha256 = Sha256.get();
            for (int input = 0; input < transaction.inputCount(); input++) {
                sha256.update(transaction.previousOutputBytes(input));
            }
            outpointsHash = sha256.finishDouble();
        }
        return outpointsHash;
    }

    private byte[] sequencesHash() {
        if (sequencesHash == null) {
            ByteWriter sequences = new ByteWriter(4 * transaction.inputCount());
            for (int input = 0; input < transaction.inputCount(); input++) {
                sequences.writeUnsignedInt(transaction.sequence(input));
            }
            sequencesHash = Sha256.get().update(sequences.view()).finishDouble();
        }
        return sequencesHash;
    }

    private byte[] outputsHash() {
        if (outputsHash == null) {
            outputsHash = Sha256.get().update(transaction.allOutputBytes()).finishDouble();
        }
        return outputsHash;
    }
}
