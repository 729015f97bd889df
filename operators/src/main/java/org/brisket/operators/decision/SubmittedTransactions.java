package org.brisket.operators.decision;

import java.util.List;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.limit.Limits;
import org.brisket.protocol.submission.KafkaRecord;
import org.brisket.protocol.submission.SubmissionHeaders;
import org.brisket.protocol.submission.SubmissionValue;
import org.brisket.state.store.BroughtTransaction;

/** The transactions in a submission that was verified before, and so can be read again. */
final class SubmittedTransactions {
    private SubmittedTransactions() {}

    static List<BroughtTransaction> of(KafkaRecord source) {
        try {
            boolean withValues = SubmissionHeaders.includesOffChainValues(source);
            byte[] beef = SubmissionValue.read(source.value(), withValues).beef();
            // The limits may have been lowered since it passed them.
            return BroughtTransaction.allOf(Beef.parse(beef, Limits.NONE).graph());
        } catch (MalformedException e) {
            throw new IllegalStateException(
                    "submission " + source.position() + " was verified, but cannot be read again",
                    e);
        }
    }
}
