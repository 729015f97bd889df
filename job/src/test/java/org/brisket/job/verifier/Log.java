package org.brisket.job.verifier;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.state.ledger.LiveDigest;

/**
 * A change log of one ledger as a job would write it: transaction n makes one coin and spends none.
 */
public final class Log {
    private final String ledger;
    private final Map<Integer, Long> numbers = new HashMap<>();
    private long sequence;
    private LiveDigest digest = LiveDigest.EMPTY;

    public Log(String ledger) {
        this.ledger = ledger;
    }

    /** The admission of a transaction, numbered and digested. */
    public byte[] admit(int transaction) {
        apply(transaction);
        return admission(transaction, digest);
    }

    /** Applies a transaction of which no admission is written. */
    public void apply(int transaction) {
        digest = digest.plus(coin(transaction));
        numbers.put(transaction, ++sequence);
    }

    /** Undoes a transaction of which no rollback is written. */
    public void undo(int transaction) {
        digest = digest.minus(coin(transaction));
        sequence++;
    }

    public byte[] rollBack(int transaction) {
        undo(transaction);
        return bytes(
                """
                {"txid":"%s","reason":"REFUSED_BY_NETWORK","detail":"","retryable":true,"admissionPublished":true,\
                "ledgers":{"%s":{"outputsToAdmit":[0],"coinsToRetain":[],"coinsRemoved":[],"sequence":%d,"spentCoins":[]}}}"""
                        .formatted(txid(transaction), ledger, numbers.get(transaction)));
    }

    /** An admission whose digest is another one than the ledger's. */
    public byte[] admitWithWrongDigest(int transaction) {
        apply(transaction);
        return admission(transaction, digest.plus(coin(transaction)));
    }

    private byte[] admission(int transaction, LiveDigest said) {
        return bytes(
                """
                {"txid":"%s","phase":"accepted","ledgers":{"%s":{"outputsToAdmit":[0],"coinsToRetain":[],\
                "coinsRemoved":[],"sequence":%d,"digest":"%s","spentCoins":[]}}}"""
                        .formatted(txid(transaction), ledger, numbers.get(transaction), said));
    }

    public static byte[] result(int submission) {
        return bytes(
                "{\"submissionId\":\"s\",\"status\":\"admitted\",\"source\":\"beef-submissions-0-%d\"}"
                        .formatted(submission));
    }

    private LiveDigest coin(int transaction) {
        return LiveDigest.of(ledger, new Outpoint(txid(transaction), 0));
    }

    private static Txid txid(int transaction) {
        try {
            return Txid.fromDisplayHex("%064x".formatted(transaction));
        } catch (MalformedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
