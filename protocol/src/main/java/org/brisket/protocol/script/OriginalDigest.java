package org.brisket.protocol.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.ByteWriter;
import org.brisket.protocol.hash.Sha256;
import org.brisket.protocol.transaction.Transaction;

/**
 * The original signature digest, which hash types with CHRONICLE select: the hash of a copy of the
 * transaction that lacks what the signature does not cover. It costs the whole transaction each
 * time.
 */
final class OriginalDigest {
    private static final long NO_VALUE = -1L;

    private final Transaction transaction;
    private final int input;
    private final int hashType;
    private final int base;
    private final boolean anyoneCanPay;

    private OriginalDigest(Transaction transaction, int input, int hashType) {
        this.transaction = transaction;
        this.input = input;
        this.hashType = hashType;
        this.base = SignatureHashType.base(hashType);
        this.anyoneCanPay = (hashType & SignatureHashType.ANYONE_CAN_PAY) != 0;
    }

    /** The digest, or nothing for a script code that ends in the middle of a push. */
    static Optional<byte[]> compute(
            Transaction transaction, int input, ByteSlice scriptCode, int hashType) {
        OriginalDigest digest = new OriginalDigest(transaction, input, hashType);
        return withoutCodeSeparators(scriptCode).map(digest::hash);
    }

    private static Optional<List<ByteSlice>> withoutCodeSeparators(ByteSlice scriptCode) {
        List<ByteSlice> parts = new ArrayList<>();
        ScriptReader reader = new ScriptReader(scriptCode);
        int start = 0;
        try {
            while (reader.hasNext()) {
                int at = reader.position();
                if (reader.next() == Opcode.CODESEPARATOR) {
                    parts.add(scriptCode.slice(start, at - start));
                    start = reader.position();
                }
            }
        } catch (ScriptFailure truncated) {
            return Optional.empty();
        }
        parts.add(scriptCode.slice(start, scriptCode.length() - start));
        return Optional.of(parts);
    }

    private byte[] hash(List<ByteSlice> scriptCode) {
        if (base == SignatureHashType.SINGLE && input >= transaction.outputCount()) {
            byte[] one = new byte[Sha256.LENGTH];
            one[0] = 1;
            return one;
        }
        ByteWriter copy = new ByteWriter(transaction.size());
        copy.writeInt(transaction.version());
        writeInputs(copy, scriptCode);
        writeOutputs(copy);
        copy.writeUnsignedInt(transaction.lockTime()).writeInt(hashType);
        return Sha256.get().update(copy.view()).finishDouble();
    }

    private void writeInputs(ByteWriter copy, List<ByteSlice> scriptCode) {
        copy.writeVarint(anyoneCanPay ? 1 : transaction.inputCount());
        for (int i = 0; i < transaction.inputCount(); i++) {
            if (i == input) {
                copy.write(transaction.previousOutputBytes(i));
                copy.writeVarint(scriptCode.stream().mapToInt(ByteSlice::length).sum());
                scriptCode.forEach(copy::write);
                copy.writeUnsignedInt(transaction.sequence(i));
            } else if (!anyoneCanPay) {
                boolean all = base != SignatureHashType.NONE && base != SignatureHashType.SINGLE;
                copy.write(transaction.previousOutputBytes(i)).writeByte(0);
                copy.writeUnsignedInt(all ? transaction.sequence(i) : 0);
            }
        }
    }

    private void writeOutputs(ByteWriter copy) {
        if (base == SignatureHashType.NONE) {
            copy.writeVarint(0);
        } else if (base == SignatureHashType.SINGLE) {
            copy.writeVarint(input + 1L);
            for (int i = 0; i < input; i++) {
                copy.writeLong(NO_VALUE).writeByte(0);
            }
            copy.write(transaction.outputBytes(input));
        } else {
            copy.writeVarint(transaction.outputCount()).write(transaction.allOutputBytes());
        }
    }
}
