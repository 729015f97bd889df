package org.brisket.protocol.script;

import java.util.ArrayList;
import java.util.List;
import org.brisket.protocol.key.PrivateKey;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.TransactionBuilder;
import org.brisket.protocol.transaction.TransactionOutput;

/** Assembles a transaction from coins and their keys, and signs every input of it. */
public final class SigningBuilder {
    private static final byte[] UNSIGNED = {};

    private final TransactionBuilder transaction = new TransactionBuilder();
    private final List<TransactionOutput> sources = new ArrayList<>();
    private final List<PrivateKey> keys = new ArrayList<>();

    public SigningBuilder version(int value) {
        transaction.version(value);
        return this;
    }

    public SigningBuilder lockTime(long value) {
        transaction.lockTime(value);
        return this;
    }

    public SigningBuilder input(Outpoint outpoint, TransactionOutput source, PrivateKey key) {
        return input(outpoint, source, key, TransactionBuilder.FINAL_SEQUENCE);
    }

    public SigningBuilder input(
            Outpoint outpoint, TransactionOutput source, PrivateKey key, long sequence) {
        transaction.input(outpoint, UNSIGNED, sequence);
        sources.add(source);
        keys.add(key);
        return this;
    }

    public SigningBuilder output(long satoshis, byte[] lockingScript) {
        transaction.output(satoshis, lockingScript);
        return this;
    }

    public ExtendedTransaction build() {
        return build(SignatureHashType.DEFAULT);
    }

    public ExtendedTransaction build(int hashType) {
        InputSigner signer = new InputSigner(new ExtendedTransaction(transaction.build(), sources));
        for (int input = 0; input < keys.size(); input++) {
            transaction.unlock(input, signer.unlockingScript(input, keys.get(input), hashType));
        }
        return new ExtendedTransaction(transaction.build(), sources);
    }
}
