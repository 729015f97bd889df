package org.brisket.bench.speed;

import java.util.ArrayList;
import java.util.List;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.beef.BeefGraph;
import org.brisket.protocol.beef.BeefLimits;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.script.SignatureDigests;
import org.brisket.protocol.script.SignatureHashType;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.transaction.Transaction;

/**
 * One BEEF of the workload with what its floors need.
 *
 * @param rawSubject the conveyed transaction alone
 * @param subject the conveyed transaction with its source outputs
 * @param signatures all that verification has to check
 * @param hashed what must be hashed twice: each transaction for its txid, and the outputs of each
 *     unmined one for its signatures
 * @param unminedBytes of the subject and its ancestors that are in no block
 * @param proofLevels merkle levels of all its paths together
 */
record Specimen(
        byte[] beef,
        byte[] rawSubject,
        ExtendedTransaction subject,
        List<SignedDigest> signatures,
        List<ByteSlice> hashed,
        int unminedBytes,
        int proofLevels) {

    /**
     * @param der strict DER without the hash type
     */
    record SignedDigest(byte[] digest, ByteSlice der, byte[] publicKey) {}

    static Specimen of(byte[] bytes) {
        try {
            Beef beef = Beef.parse(bytes, BeefLimits.DEFAULT);
            BeefGraph graph = beef.graph();
            List<SignedDigest> signatures = new ArrayList<>();
            List<ByteSlice> hashed = new ArrayList<>();
            int unminedBytes = 0;
            for (var entry : beef.entries()) {
                Transaction transaction = entry.transaction().orElseThrow();
                hashed.add(transaction.bytes());
                if (!graph.isProven(entry.txid())) {
                    hashed.add(transaction.allOutputBytes());
                    addSignatures(graph, transaction, signatures);
                    unminedBytes += transaction.size();
                }
            }
            int levels = beef.bumps().stream().mapToInt(bump -> bump.treeHeight()).sum();
            return new Specimen(
                    bytes,
                    graph.subject().bytes().toByteArray(),
                    extended(graph, graph.subject()),
                    signatures,
                    hashed,
                    unminedBytes,
                    levels);
        } catch (MalformedException e) {
            throw new IllegalStateException("forged a BEEF that does not parse", e);
        }
    }

    private static ExtendedTransaction extended(BeefGraph graph, Transaction transaction) {
        return new ExtendedTransaction(transaction, graph.sourceOutputs(transaction).orElseThrow());
    }

    private static void addSignatures(
            BeefGraph graph, Transaction transaction, List<SignedDigest> signatures) {
        var sources = extended(graph, transaction).sourceOutputs();
        SignatureDigests digests = new SignatureDigests(transaction);
        for (int input = 0; input < transaction.inputCount(); input++) {
            ByteSlice locking = sources.get(input).lockingScript();
            ByteSlice unlocking = transaction.unlockingScript(input);
            int length = unlocking.at(0);
            byte[] digest =
                    digests.forkId(
                            input,
                            locking,
                            sources.get(input).satoshis(),
                            SignatureHashType.DEFAULT);
            signatures.add(
                    new SignedDigest(
                            digest, unlocking.slice(1, length - 1), key(locking, unlocking)));
        }
    }

    /** The second push of a payment's unlocking script, or the first of a token's locking one. */
    private static byte[] key(ByteSlice locking, ByteSlice unlocking) {
        int from = 1 + unlocking.at(0) + 1;
        ByteSlice key =
                from < unlocking.length() ? unlocking.slice(from, 33) : locking.slice(1, 33);
        return key.toByteArray();
    }
}
