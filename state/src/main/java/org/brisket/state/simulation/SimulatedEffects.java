package org.brisket.state.simulation;

import java.util.List;
import java.util.function.Consumer;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.submission.KafkaRecord;
import org.brisket.state.coordination.Decision;
import org.brisket.state.ledger.LedgerOrder;
import org.brisket.state.ledger.LedgerVerdict;
import org.brisket.state.tracking.SubmissionResult;
import org.brisket.state.tracking.TrackedTransaction;
import org.brisket.state.tracking.TrackingEffects;

/** Writes records to Kafka and sends orders on. */
record SimulatedEffects(Published published, Mutator mutator, Consumer<LedgerOrder> orders)
        implements TrackingEffects {
    @Override
    public void result(SubmissionResult result) {
        if (!mutator.loses(result)) {
            published.prepare(result);
        }
    }

    @Override
    public void admission(Txid txid, List<LedgerVerdict> ledgers, TrackedTransaction transaction) {
        published.prepare(new Published.Change(txid, ledgers));
    }

    @Override
    public void rollback(Txid txid, TrackedTransaction transaction) {
        published.prepare(new Published.Change(txid, List.of()));
    }

    @Override
    public void incident(Txid txid, TrackedTransaction transaction) {
        // It changes nothing in the ledgers.
    }

    @Override
    public void poll(Txid txid, List<byte[]> transactions) {
        if (!mutator.losesQuestions()) {
            published.prepare(new Decision.Poll(txid, transactions));
        }
    }

    @Override
    public void deadLetter(SubmissionResult result, KafkaRecord source) {
        // The result says the same.
    }

    @Override
    public void order(LedgerOrder order) {
        orders.accept(order);
    }

    @Override
    public void remindAt(long millis) {
        // The simulation lets deadlines pass when it likes.
    }
}
