package org.brisket.state.simulation;

import static org.brisket.state.simulation.GuaranteeViolatedException.require;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.brisket.protocol.hash.Sha256;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.state.ledger.LedgerVerdict;

/**
 * An independent reader of the change log. It knows transactions, scripts and what was published,
 * nothing of how ledgers work, and rebuilds each ledger by applying what stands one by one.
 */
final class SequentialOracle {
    private final Map<Txid, Transaction> transactions;

    /** Per ledger and transaction the sequence number, for what was admitted and not undone. */
    private final Map<String, Map<Txid, Long>> standing = new HashMap<>();

    SequentialOracle(Map<Txid, Transaction> transactions) {
        this.transactions = transactions;
    }

    void read(List<Published.Change> changes) {
        for (Published.Change change : changes) {
            if (change.isRollback()) {
                standing.values().forEach(ledger -> ledger.remove(change.txid()));
            }
            change.admitted().forEach(verdict -> admit(change.txid(), verdict));
        }
    }

    private void admit(Txid txid, LedgerVerdict verdict) {
        List<Integer> expected =
                SimulatedLedgers.admitted(verdict.ledger(), transactions.get(txid));
        require(
                verdict.instructions().outputsToAdmit().equals(expected),
                Guarantee.G6,
                "published other outputs than the ledger admits",
                txid);
        standing.computeIfAbsent(verdict.ledger(), id -> new LinkedHashMap<>())
                .put(txid, verdict.position().sequence());
    }

    /** The transactions that stand in a ledger. */
    Set<Txid> standing(String ledger) {
        return standing.getOrDefault(ledger, Map.of()).keySet();
    }

    /** The live coins of a ledger, rebuilt. */
    Set<Outpoint> liveCoins(String ledger) {
        TreeMap<Long, Txid> inOrder = new TreeMap<>();
        standing.getOrDefault(ledger, Map.of())
                .forEach(
                        (txid, sequence) ->
                                require(
                                        inOrder.put(sequence, txid) == null,
                                        Guarantee.G4,
                                        "two transactions with one sequence number",
                                        txid));
        Set<Outpoint> live = new HashSet<>();
        Set<Outpoint> spent = new HashSet<>();
        inOrder.values().forEach(txid -> apply(ledger, transactions.get(txid), live, spent));
        return live;
    }

    private static void apply(
            String ledger, Transaction transaction, Set<Outpoint> live, Set<Outpoint> spent) {
        for (int input = 0; input < transaction.inputCount(); input++) {
            Outpoint coin = transaction.previousOutput(input);
            require(!spent.contains(coin), Guarantee.G4, "two live spenders", coin);
            if (live.remove(coin)) {
                spent.add(coin);
            }
        }
        for (int output : SimulatedLedgers.admitted(ledger, transaction)) {
            live.add(new Outpoint(transaction.txid(), output));
        }
    }

    /** The digest of coins by the words of the decision note. */
    static String digest(String ledger, Set<Outpoint> coins) {
        long[] sum = new long[4];
        for (Outpoint coin : coins) {
            Sha256 sha256 = Sha256.get().update(ledger.getBytes(StandardCharsets.UTF_8));
            sha256.update(new byte[1]).update(coin.txid().toInternal());
            sha256.update(ByteBuffer.allocate(5).putInt((int) coin.index()).put((byte) 1).array());
            ByteBuffer hash = ByteBuffer.wrap(sha256.finish());
            for (int word = 0; word < sum.length; word++) {
                sum[word] += hash.getLong();
            }
        }
        return "%016x%016x%016x%016x".formatted(sum[0], sum[1], sum[2], sum[3]);
    }
}
