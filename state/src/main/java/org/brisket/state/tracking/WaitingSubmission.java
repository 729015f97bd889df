package org.brisket.state.tracking;

import java.util.List;
import org.brisket.state.ledger.LedgerVerdict;
import org.brisket.state.submission.SubmissionTicket;

/** A submission whose result depends on what becomes of its transaction. */
public record WaitingSubmission(SubmissionTicket ticket, List<LedgerVerdict> verdicts) {
    public WaitingSubmission {
        verdicts = List.copyOf(verdicts);
    }
}
