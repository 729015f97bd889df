package org.brisket.simulator.workload;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.brisket.protocol.crypto.StrictDer;
import org.brisket.protocol.hash.Sha256;
import org.brisket.protocol.key.PrivateKey;
import org.brisket.protocol.script.SigningBuilder;
import org.brisket.protocol.token.PushDrop;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.transaction.TransactionBuilder;
import org.brisket.simulator.chain.Coin;

/** Makes the workload's transactions, right ones and wrong ones. */
final class TransactionForge {
    /** Above any fee policy of the simulated network. */
    private static final long FEE = 20;

    /** Which output of a payment is change; the others belong to someone else. */
    static final int CHANGE = 1;

    private final WorkloadKeys keys;
    private final SplittableRandom random;

    TransactionForge(WorkloadKeys keys, SplittableRandom random) {
        this.keys = keys;
        this.random = random;
    }

    /** Pays up to a quarter to someone, and the rest back to the same key as output 1. */
    Transaction payment(FundedCoin funded) {
        long payment = 1 + random.nextLong(funded.coin().satoshis() / 4);
        return pay(funded, payment, keys.lock(random.nextInt(keys.count())));
    }

    /** As a payment, but output 0 is one satoshi with a signed greeting (PushDrop). */
    Transaction greeting(FundedCoin funded, String text) {
        PrivateKey author = keys.key(random.nextInt(keys.count()));
        return pay(funded, 1, greetingLock(author, text));
    }

    private Transaction pay(FundedCoin funded, long satoshis, byte[] lock) {
        return spend(funded)
                .output(satoshis, lock)
                .output(funded.coin().satoshis() - satoshis - FEE, keys.lock(funded.keyNumber()))
                .build()
                .transaction();
    }

    /** A text and its author's signature, in an output that the author can spend. */
    private static byte[] greetingLock(PrivateKey author, String text) {
        byte[] field = text.getBytes(StandardCharsets.UTF_8);
        byte[] signature = StrictDer.encode(author.sign(Sha256.hash(field)));
        return PushDrop.lock(author.publicKey().bytes(), List.of(field, signature));
    }

    /** The signature is valid, but for another amount or another key. */
    Transaction badSignature(FundedCoin funded) {
        Coin coin = funded.coin();
        long out = coin.satoshis() - FEE;
        byte[] lock = keys.lock(funded.keyNumber());
        if (random.nextBoolean()) {
            PrivateKey stranger = keys.key(funded.keyNumber() + 1);
            return new SigningBuilder()
                    .input(coin.outpoint(), coin.output(), stranger)
                    .output(out, lock)
                    .build()
                    .transaction();
        }
        Transaction signed = spend(funded).output(out, lock).build().transaction();
        return new TransactionBuilder()
                .input(coin.outpoint(), signed.unlockingScript(0).toByteArray())
                .output(out - 1, lock)
                .build();
    }

    Transaction createsValue(FundedCoin funded) {
        long created = 1 + random.nextLong(1_000_000);
        return spend(funded)
                .output(funded.coin().satoshis() + created, keys.lock(funded.keyNumber()))
                .build()
                .transaction();
    }

    Transaction duplicateInput(FundedCoin funded) {
        Coin coin = funded.coin();
        return spend(funded)
                .input(coin.outpoint(), coin.output(), keys.key(funded.keyNumber()))
                .output(2 * coin.satoshis() - FEE, keys.lock(funded.keyNumber()))
                .build()
                .transaction();
    }

    private SigningBuilder spend(FundedCoin funded) {
        Coin coin = funded.coin();
        return new SigningBuilder()
                .input(coin.outpoint(), coin.output(), keys.key(funded.keyNumber()));
    }
}
