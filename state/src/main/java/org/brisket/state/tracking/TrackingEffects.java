package org.brisket.state.tracking;

import java.util.List;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.submission.KafkaRecord;
import org.brisket.state.ledger.LedgerOrder;
import org.brisket.state.ledger.LedgerVerdict;

/** What tracking a transaction leads to. */
public interface TrackingEffects {
    /** The one final answer to a submission. */
    void result(SubmissionResult result);

    /** The transaction is admitted in these ledgers; readers see it in one record. */
    void admission(Txid txid, List<LedgerVerdict> ledgers, TrackedTransaction transaction);

    /** The transaction is undone in all of its ledgers. */
    void rollback(Txid txid, TrackedTransaction transaction);

    /** The network has, after its rollback, what the transaction's late news say. */
    void incident(Txid txid, TrackedTransaction transaction);

    /**
     * All endpoints are to be asked what became of it.
     *
     * @param transactions if there are any, they are posted again instead
     */
    void poll(Txid txid, List<byte[]> transactions);

    /** A refused submission goes to the dead letters as it came. */
    void deadLetter(SubmissionResult result, KafkaRecord source);

    void order(LedgerOrder order);

    /** The tracker wants to be called again at this time (milliseconds since 1970). */
    void remindAt(long millis);
}
