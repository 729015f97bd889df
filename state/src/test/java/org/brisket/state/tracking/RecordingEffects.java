package org.brisket.state.tracking;

import java.util.ArrayList;
import java.util.List;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.submission.KafkaRecord;
import org.brisket.state.ledger.LedgerOrder;
import org.brisket.state.ledger.LedgerVerdict;

/** Writes down what tracking leads to. */
public final class RecordingEffects implements TrackingEffects {
    public final List<SubmissionResult> results = new ArrayList<>();
    public final List<List<String>> admissions = new ArrayList<>();
    public final List<TrackedTransaction> rollbacks = new ArrayList<>();
    public final List<KafkaRecord> deadLetters = new ArrayList<>();
    public final List<LedgerOrder> orders = new ArrayList<>();
    public final List<TrackedTransaction> incidents = new ArrayList<>();

    /** How many transactions were to be posted; 0 where endpoints were to be asked. */
    public final List<Integer> polls = new ArrayList<>();

    public final List<Long> reminders = new ArrayList<>();

    @Override
    public void result(SubmissionResult result) {
        results.add(result);
    }

    @Override
    public void admission(Txid txid, List<LedgerVerdict> ledgers, TrackedTransaction transaction) {
        admissions.add(ledgers.stream().map(LedgerVerdict::ledger).toList());
    }

    @Override
    public void rollback(Txid txid, TrackedTransaction transaction) {
        rollbacks.add(transaction);
    }

    @Override
    public void incident(Txid txid, TrackedTransaction transaction) {
        incidents.add(transaction);
    }

    @Override
    public void poll(Txid txid, List<byte[]> transactions) {
        polls.add(transactions.size());
    }

    @Override
    public void deadLetter(SubmissionResult result, KafkaRecord source) {
        deadLetters.add(source);
    }

    @Override
    public void order(LedgerOrder order) {
        orders.add(order);
    }

    @Override
    public void remindAt(long millis) {
        reminders.add(millis);
    }
}
