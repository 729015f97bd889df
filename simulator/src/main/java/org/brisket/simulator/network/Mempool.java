package org.brisket.simulator.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.Transaction;

/**
 * The transactions that nodes hold, by whether they can be mined: those whose parents are known,
 * first come first kept; orphans that wait for a parent; mined ones. Guarded by its ledger's lock.
 */
final class Mempool {
    private static final int CONFLICT = 466;
    private static final int FULL = 503;

    private final NetworkOptions options;
    private final Function<Txid, Optional<Transaction>> minedElsewhere;
    private final ScriptCheck scripts = new ScriptCheck();
    private final Map<Txid, NetworkTransaction> all = new HashMap<>();
    private final Map<Outpoint, Txid> spenders = new HashMap<>();
    private final Map<Txid, NetworkTransaction> minable = new LinkedHashMap<>();
    private final FeeCheck fees;
    private final OrphanPool orphans = new OrphanPool();
    private final List<Txid> changed = new ArrayList<>();

    Mempool(NetworkOptions options, Function<Txid, Optional<Transaction>> minedElsewhere) {
        this.options = options;
        this.minedElsewhere = minedElsewhere;
        this.fees = new FeeCheck(options, this::find);
    }

    Optional<NetworkTransaction> find(Txid txid) {
        return Optional.ofNullable(all.get(txid));
    }

    Collection<NetworkTransaction> transactions() {
        return all.values();
    }

    int minableCount() {
        return minable.size();
    }

    /** Takes the transaction, or says why not; one that is already held is not looked at again. */
    Optional<Verdict.Refused> offer(PostedTransaction posted, AcceptanceOptions skips) {
        if (all.containsKey(posted.txid())) {
            return Optional.empty();
        }
        Optional<Verdict.Refused> refusal = TransactionRules.check(posted.transaction());
        if (refusal.isPresent()) {
            return refusal;
        }
        SourceOutputs sources = SourceOutputs.of(posted, this::liveTransaction);
        if (sources.refusal().isPresent()) {
            return sources.refusal();
        }
        NetworkTransaction candidate = new NetworkTransaction(posted, ArcStatus.SEEN_ON_NETWORK);
        return fees.check(candidate, sources, skips)
                .or(() -> checkConflicts(posted.transaction()))
                .or(() -> checkScripts(posted.transaction(), sources, skips))
                .or(() -> checkRoom(sources))
                .or(() -> keep(candidate, sources));
    }

    private Optional<Transaction> liveTransaction(Txid txid) {
        NetworkTransaction held = all.get(txid);
        if (held != null) {
            return held.isLive() ? Optional.of(held.transaction()) : Optional.empty();
        }
        return minedElsewhere.apply(txid);
    }

    private Optional<Verdict.Refused> checkConflicts(Transaction transaction) {
        Set<Txid> competing = new LinkedHashSet<>();
        for (int input = 0; input < transaction.inputCount(); input++) {
            Txid spender = spenders.get(transaction.previousOutput(input));
            if (spender != null) {
                competing.add(spender);
            }
        }
        return competing.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Verdict.Refused(
                                CONFLICT, "an input is already spent", List.copyOf(competing)));
    }

    private Optional<Verdict.Refused> checkScripts(
            Transaction transaction, SourceOutputs sources, AcceptanceOptions skips) {
        return skips.skipScripts()
                ? Optional.empty()
                : scripts.check(new ExtendedTransaction(transaction, sources.outputs()));
    }

    private Optional<Verdict.Refused> checkRoom(SourceOutputs sources) {
        boolean orphan = !sources.unknown().isEmpty();
        return all.size() >= options.maxTransactions()
                        || (orphan && orphans.size() >= options.maxOrphans())
                ? refuse(FULL, "no room for another transaction")
                : Optional.empty();
    }

    private Optional<Verdict.Refused> keep(NetworkTransaction candidate, SourceOutputs sources) {
        all.put(candidate.posted.txid(), candidate);
        if (sources.unknown().isEmpty()) {
            makeMinable(candidate);
            adoptOrphansOf(candidate.posted.txid());
        } else {
            candidate.become(ArcStatus.SEEN_IN_ORPHAN_MEMPOOL, "parents are unknown");
            orphans.add(candidate.posted.txid(), sources.unknown());
            changed.add(candidate.posted.txid());
        }
        return Optional.empty();
    }

    private void makeMinable(NetworkTransaction transaction) {
        Txid txid = transaction.posted.txid();
        transaction.become(ArcStatus.SEEN_ON_NETWORK, "");
        minable.put(txid, transaction);
        for (int input = 0; input < transaction.transaction().inputCount(); input++) {
            spenders.put(transaction.transaction().previousOutput(input), txid);
        }
        changed.add(txid);
    }

    /** An arrived parent may free orphans, and each of them further ones. */
    private void adoptOrphansOf(Txid arrived) {
        Deque<Txid> parents = new ArrayDeque<>(List.of(arrived));
        while (!parents.isEmpty()) {
            for (Txid orphan : orphans.waitingFor(parents.poll())) {
                if (adopt(all.get(orphan))) {
                    parents.add(orphan);
                }
            }
        }
    }

    private boolean adopt(NetworkTransaction orphan) {
        SourceOutputs sources = SourceOutputs.of(orphan.posted, this::liveTransaction);
        Optional<Verdict.Refused> refusal =
                sources.refusal().or(() -> checkConflicts(orphan.transaction()));
        if (refusal.isEmpty() && !sources.unknown().isEmpty()) {
            return false;
        }
        orphans.remove(orphan.posted.txid());
        if (refusal.isPresent()) {
            orphan.become(ArcStatus.REJECTED, refusal.get().detail());
            changed.add(orphan.posted.txid());
            return false;
        }
        makeMinable(orphan);
        return true;
    }

    /** Throws an unmined transaction out, with everything that stands on it. */
    void evict(Txid first, String reason) {
        Deque<Txid> queue = new ArrayDeque<>(List.of(first));
        while (!queue.isEmpty()) {
            NetworkTransaction transaction = all.get(queue.poll());
            if (transaction == null || !transaction.isLive() || transaction.isMined()) {
                continue;
            }
            Txid txid = transaction.posted.txid();
            minable.remove(txid);
            for (int input = 0; input < transaction.transaction().inputCount(); input++) {
                spenders.remove(transaction.transaction().previousOutput(input), txid);
            }
            for (int output = 0; output < transaction.transaction().outputCount(); output++) {
                Txid child = spenders.get(new Outpoint(txid, output));
                if (child != null) {
                    queue.add(child);
                }
            }
            transaction.become(ArcStatus.REJECTED, reason);
            changed.add(txid);
        }
    }

    /** What the next block holds: up to that many transactions, parents before children. */
    List<NetworkTransaction> next(int limit) {
        return minable.values().stream().limit(limit).toList();
    }

    void markMined(NetworkTransaction transaction, long height, int indexInBlock) {
        minable.remove(transaction.posted.txid());
        transaction.height = height;
        transaction.indexInBlock = indexInBlock;
        transaction.become(ArcStatus.MINED, "");
        changed.add(transaction.posted.txid());
    }

    /** The txids whose status changed since the last call. */
    List<Txid> drainChanges() {
        List<Txid> drained = List.copyOf(changed);
        changed.clear();
        return drained;
    }

    private static Optional<Verdict.Refused> refuse(int code, String template, Object... values) {
        return Optional.of(Verdict.Refused.of(code, template, values));
    }
}
