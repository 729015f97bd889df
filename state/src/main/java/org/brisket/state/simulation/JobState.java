package org.brisket.state.simulation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.state.coordination.InMemoryBallotStore;
import org.brisket.state.tracking.InMemoryTrackingStore;
import org.brisket.state.tracking.Phase;
import org.brisket.state.tracking.TrackedTransaction;

/** All that a checkpoint holds: the stores, the positions in Kafka, and what is under way. */
final class JobState {
    final Map<String, SimulatedLedgerStore> ledgers = new LinkedHashMap<>();
    final Map<Txid, InMemoryTrackingStore> trackers = new LinkedHashMap<>();
    private final Map<Txid, InMemoryBallotStore> ballots = new HashMap<>();

    /** The ledgers that asked to be called again. */
    final SortedSet<String> wakeUps = new TreeSet<>();

    Channels channels = new Channels();
    private final Map<Txid, Transaction> transactions;
    int nextSubmission;
    int nextDecision;
    int nextNews;

    /**
     * @param transactions every transaction that is ever submitted
     */
    JobState(Map<Txid, Transaction> transactions) {
        this.transactions = transactions;
    }

    SimulatedLedgerStore ledger(String id) {
        return ledgers.computeIfAbsent(id, key -> new SimulatedLedgerStore(key, transactions));
    }

    InMemoryTrackingStore tracker(Txid txid) {
        return trackers.computeIfAbsent(txid, key -> new InMemoryTrackingStore());
    }

    InMemoryBallotStore ballots(Txid txid) {
        return ballots.computeIfAbsent(txid, key -> new InMemoryBallotStore());
    }

    boolean isMined(Txid txid) {
        return tracker(txid)
                .transaction()
                .map(TrackedTransaction::phase)
                .filter(phase -> phase == Phase.CONFIRMED || phase == Phase.FINAL)
                .isPresent();
    }

    boolean hasOpenBallots() {
        return ballots.values().stream().anyMatch(store -> !store.isEmpty());
    }

    JobState copy() {
        JobState copy = new JobState(transactions);
        ledgers.forEach((id, store) -> copy.ledgers.put(id, store.copy()));
        trackers.forEach((txid, store) -> copy.trackers.put(txid, store.copy()));
        ballots.forEach(
                (txid, store) -> {
                    if (!store.isEmpty()) {
                        copy.ballots.put(txid, store.copy());
                    }
                });
        copy.wakeUps.addAll(wakeUps);
        copy.channels = channels.copy();
        copy.nextSubmission = nextSubmission;
        copy.nextDecision = nextDecision;
        copy.nextNews = nextNews;
        return copy;
    }
}
