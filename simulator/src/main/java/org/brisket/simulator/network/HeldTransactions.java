package org.brisket.simulator.network;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;

/**
 * Every transaction that nodes hold, who spends which output, and what can be mined, in the order
 * in which it came. Guarded by its ledger's lock.
 */
final class HeldTransactions {
    private final Map<Txid, NetworkTransaction> all = new LinkedHashMap<>();
    private final Map<Outpoint, Txid> spenders = new HashMap<>();
    private final Map<Txid, NetworkTransaction> minable = new LinkedHashMap<>();
    private final Set<Txid> changed = new LinkedHashSet<>();

    Optional<NetworkTransaction> find(Txid txid) {
        return Optional.ofNullable(all.get(txid));
    }

    boolean contains(Txid txid) {
        return all.containsKey(txid);
    }

    int size() {
        return all.size();
    }

    Collection<NetworkTransaction> inOrderOfArrival() {
        return Collections.unmodifiableCollection(all.values());
    }

    int minableCount() {
        return minable.size();
    }

    Set<Txid> spendableTxids() {
        return all.values().stream()
                .filter(each -> each.spendable)
                .map(NetworkTransaction::txid)
                .collect(Collectors.toSet());
    }

    /** What the next block holds: up to that many transactions, parents before children. */
    List<NetworkTransaction> next(int limit) {
        return minable.values().stream().limit(limit).toList();
    }

    /** Takes a transaction that cannot be mined, at least not yet. */
    void hold(NetworkTransaction transaction, ArcStatus status, String reason) {
        all.put(transaction.txid(), transaction);
        become(transaction, status, reason);
    }

    void become(NetworkTransaction transaction, ArcStatus status, String reason) {
        transaction.become(status, reason);
        changed.add(transaction.txid());
    }

    /** From now on its outputs can be spent, its inputs are taken, and a block may hold it. */
    void makeMinable(NetworkTransaction transaction, ArcStatus status, String reason) {
        all.put(transaction.txid(), transaction);
        transaction.spendable = true;
        minable.put(transaction.txid(), transaction);
        claimInputs(transaction);
        become(transaction, status, reason);
    }

    private void claimInputs(NetworkTransaction transaction) {
        for (int input = 0; input < transaction.transaction().inputCount(); input++) {
            spenders.put(transaction.transaction().previousOutput(input), transaction.txid());
        }
    }

    /** The opposite: its inputs are free again. */
    void withdraw(NetworkTransaction transaction, ArcStatus status, String reason) {
        transaction.spendable = false;
        minable.remove(transaction.txid());
        for (int input = 0; input < transaction.transaction().inputCount(); input++) {
            spenders.remove(transaction.transaction().previousOutput(input), transaction.txid());
        }
        become(transaction, status, reason);
    }

    void mined(NetworkTransaction transaction, long height, int indexInBlock) {
        all.put(transaction.txid(), transaction);
        minable.remove(transaction.txid());
        transaction.spendable = true;
        transaction.height = height;
        transaction.indexInBlock = indexInBlock;
        claimInputs(transaction);
        become(transaction, ArcStatus.MINED, "");
    }

    /** Mined transactions, parents first, wait for a block again, ahead of all that came later. */
    void unmine(List<NetworkTransaction> transactions) {
        Map<Txid, NetworkTransaction> later = new LinkedHashMap<>(minable);
        minable.clear();
        transactions.forEach(each -> minable.put(each.txid(), each));
        minable.putAll(later);
        transactions.forEach(
                each ->
                        become(
                                each,
                                ArcStatus.MINED_IN_STALE_BLOCK,
                                "its block at height " + each.height + " is stale"));
    }

    /** The live transactions, others than this one, that spend an output which it spends. */
    Set<Txid> competitorsOf(Transaction transaction) {
        Set<Txid> competitors = new LinkedHashSet<>();
        for (int input = 0; input < transaction.inputCount(); input++) {
            Txid spender = spenders.get(transaction.previousOutput(input));
            if (spender != null && !spender.equals(transaction.txid())) {
                competitors.add(spender);
            }
        }
        return competitors;
    }

    /** The live transactions that spend an output of this one. */
    Set<NetworkTransaction> childrenOf(NetworkTransaction parent) {
        Set<NetworkTransaction> children = new LinkedHashSet<>();
        for (int output = 0; output < parent.transaction().outputCount(); output++) {
            Txid child = spenders.get(new Outpoint(parent.txid(), output));
            if (child != null) {
                children.add(all.get(child));
            }
        }
        return children;
    }

    /** The txids whose status changed since the last call, each once. */
    List<Txid> drainChanges() {
        List<Txid> drained = List.copyOf(changed);
        changed.clear();
        return drained;
    }
}
