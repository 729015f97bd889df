package org.brisket.job.local.traffic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.verdict.RejectionReason;

/**
 * What the job wrote besides results: admissions, rollbacks, dead letters, and the transactions
 * that its decisions commit. Safe for concurrent use.
 */
public final class Records {
    private static final int DOUBLES_KEPT = 100;

    private final Map<String, Set<String>> admissions = new HashMap<>();
    private final List<String> doubleAdmissions = new ArrayList<>();
    private final Map<String, List<DeadLetter>> deadLetters = new HashMap<>();
    private final Set<Txid> committed = new HashSet<>();
    private final Map<String, Boolean> standing = new HashMap<>();
    private final Set<String> undoneWithParent = new HashSet<>();
    private final Set<String> incidents = new HashSet<>();
    private long rollbacks;

    /** A line of the change log: a transaction is admitted in these ledgers. */
    public synchronized void admitted(String txid, Collection<String> ledgers) {
        standing.put(txid, true);
        Set<String> known = admissions.computeIfAbsent(txid, id -> new HashSet<>(2));
        for (String ledger : ledgers) {
            if (!known.add(ledger) && doubleAdmissions.size() < DOUBLES_KEPT) {
                doubleAdmissions.add(txid + " in " + ledger);
            }
        }
    }

    /** A transaction is undone in all ledgers, for that reason. */
    public synchronized void rolledBack(String txid, String reason) {
        standing.put(txid, false);
        // It may be admitted once more.
        admissions.remove(txid);
        rollbacks++;
        if (reason.equals(RejectionReason.PARENT_ROLLED_BACK.name())) {
            undoneWithParent.add(txid);
        }
    }

    /** The network has a transaction that is undone. */
    public synchronized void incident(String txid) {
        incidents.add(txid);
    }

    /** Whether it was published that the network has what is undone. */
    public synchronized boolean isIncident(Txid txid) {
        return incidents.contains(txid.toString());
    }

    /** Whether a transaction was undone because one that it stands on was. */
    public synchronized boolean wasUndoneWithParent(Txid txid) {
        return undoneWithParent.contains(txid.toString());
    }

    /** Whether a transaction is admitted by now, or undone; empty if neither was published. */
    public synchronized Optional<Boolean> stands(Txid txid) {
        return Optional.ofNullable(standing.get(txid.toString()));
    }

    public synchronized void deadLetter(String submissionId, DeadLetter letter) {
        deadLetters.computeIfAbsent(submissionId, id -> new ArrayList<>(1)).add(letter);
    }

    /** A decision commits these transactions: the subject and what it stands on. */
    public synchronized void committed(Collection<Txid> txids) {
        committed.addAll(txids);
    }

    /** Admissions that were published more than once, {@code txid in ledger}. */
    public synchronized List<String> doubleAdmissions() {
        return List.copyOf(doubleAdmissions);
    }

    public synchronized List<DeadLetter> deadLettersOf(String submissionId) {
        return List.copyOf(deadLetters.getOrDefault(submissionId, List.of()));
    }

    public synchronized boolean isCommitted(Txid txid) {
        return committed.contains(txid);
    }

    public synchronized long rollbacks() {
        return rollbacks;
    }
}
