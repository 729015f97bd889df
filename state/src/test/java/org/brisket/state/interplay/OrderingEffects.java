package org.brisket.state.interplay;

import java.util.List;
import java.util.function.Consumer;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.submission.KafkaRecord;
import org.brisket.state.ledger.LedgerOrder;
import org.brisket.state.ledger.LedgerVerdict;
import org.brisket.state.tracking.SubmissionResult;
import org.brisket.state.tracking.TrackedTransaction;
import org.brisket.state.tracking.TrackingEffects;

/** Sends orders on and writes everything else down. */
record OrderingEffects(TrackingEffects notes, Consumer<LedgerOrder> orders)
        implements TrackingEffects {
    @Override
    public void result(SubmissionResult result) {
        notes.result(result);
    }

    @Override
    public void admission(Txid txid, List<LedgerVerdict> ledgers, TrackedTransaction transaction) {
        notes.admission(txid, ledgers, transaction);
    }

    @Override
    public void rollback(Txid txid, TrackedTransaction transaction) {
        notes.rollback(txid, transaction);
    }

    @Override
    public void deadLetter(SubmissionResult result, KafkaRecord source) {
        notes.deadLetter(result, source);
    }

    @Override
    public void order(LedgerOrder order) {
        orders.accept(order);
    }

    @Override
    public void remindAt(long millis) {
        notes.remindAt(millis);
    }
}
