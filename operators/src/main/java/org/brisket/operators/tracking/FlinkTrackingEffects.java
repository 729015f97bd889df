package org.brisket.operators.tracking;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.apache.flink.util.Collector;
import org.brisket.operators.decision.DecisionRecords;
import org.brisket.operators.output.OutputRecords;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.submission.KafkaRecord;
import org.brisket.protocol.submission.OutboundRecord;
import org.brisket.state.coordination.Decision;
import org.brisket.state.ledger.LedgerOrder;
import org.brisket.state.ledger.LedgerVerdict;
import org.brisket.state.query.LedgerCommand;
import org.brisket.state.tracking.SubmissionResult;
import org.brisket.state.tracking.TrackedTransaction;
import org.brisket.state.tracking.TrackingEffects;

/** Writes effects as records of the output topics. */
record FlinkTrackingEffects(
        OutputRecords records,
        String decisionsTopic,
        Collector<OutboundRecord> out,
        Consumer<LedgerCommand> commands,
        LongConsumer reminders,
        TrackingMetrics metrics)
        implements TrackingEffects {

    @Override
    public void result(SubmissionResult result) {
        out.collect(records.result(result));
        metrics.answered(result);
    }

    @Override
    public void admission(Txid txid, List<LedgerVerdict> ledgers, TrackedTransaction transaction) {
        out.collect(records.admission(txid, ledgers, transaction));
        metrics.admitted();
    }

    @Override
    public void rollback(Txid txid, TrackedTransaction transaction) {
        out.collect(records.rollback(txid, transaction));
        metrics.undone();
    }

    @Override
    public void incident(Txid txid, TrackedTransaction transaction) {
        metrics.incident();
        out.collect(records.incident(txid, transaction));
    }

    /** The question comes back from the decisions topic, where no failure loses it. */
    @Override
    public void poll(Txid txid, List<byte[]> transactions) {
        metrics.asked();
        out.collect(
                DecisionRecords.question(new Decision.Poll(txid, transactions), decisionsTopic));
    }

    @Override
    public void deadLetter(SubmissionResult result, KafkaRecord source) {
        out.collect(records.deadLetter(result, source));
    }

    @Override
    public void order(LedgerOrder order) {
        commands.accept(new LedgerCommand.Order(order));
    }

    @Override
    public void remindAt(long millis) {
        reminders.accept(millis);
    }
}
