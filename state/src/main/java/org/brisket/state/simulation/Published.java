package org.brisket.state.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.brisket.protocol.hash.Txid;
import org.brisket.state.coordination.Decision;
import org.brisket.state.ledger.LedgerVerdict;
import org.brisket.state.tracking.NetworkObservation;
import org.brisket.state.tracking.SubmissionResult;

/**
 * What Kafka holds: only what was written before a completed checkpoint is there for readers, and
 * no crash takes it away.
 */
final class Published {
    /** A line of the change log: a transaction is admitted in ledgers, or undone in all of them. */
    record Change(Txid txid, List<LedgerVerdict> admitted) {
        boolean isRollback() {
            return admitted.isEmpty();
        }
    }

    final List<Decision> decisions = new ArrayList<>();
    final List<NetworkObservation> news = new ArrayList<>();
    final List<Change> changes = new ArrayList<>();
    final Set<Long> answered = new HashSet<>();

    private final List<Decision> preparedDecisions = new ArrayList<>();
    private final List<Change> preparedChanges = new ArrayList<>();
    private final List<SubmissionResult> preparedResults = new ArrayList<>();

    void prepare(Decision decision) {
        preparedDecisions.add(decision);
    }

    void prepare(Change change) {
        preparedChanges.add(change);
    }

    void prepare(SubmissionResult result) {
        preparedResults.add(result);
    }

    boolean hasPrepared() {
        return !(preparedDecisions.isEmpty()
                && preparedChanges.isEmpty()
                && preparedResults.isEmpty());
    }

    /** The checkpoint that holds what was written has completed. */
    void commit() {
        decisions.addAll(preparedDecisions);
        changes.addAll(preparedChanges);
        for (SubmissionResult result : preparedResults) {
            GuaranteeViolatedException.require(
                    answered.add(result.position().offset()),
                    Guarantee.G1,
                    "a second result",
                    result.submissionId());
        }
        abort();
    }

    /** What was written since the last checkpoint never was. */
    void abort() {
        preparedDecisions.clear();
        preparedChanges.clear();
        preparedResults.clear();
    }

    int rollbacks() {
        return (int) changes.stream().filter(Change::isRollback).count();
    }
}
