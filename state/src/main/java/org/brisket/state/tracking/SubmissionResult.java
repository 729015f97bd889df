package org.brisket.state.tracking;

import java.util.List;
import java.util.Optional;
import org.brisket.protocol.broadcast.EndpointAnswer;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.submission.KafkaRecord;
import org.brisket.protocol.submission.RecordPosition;
import org.brisket.protocol.verdict.Rejection;
import org.brisket.state.ledger.LedgerVerdict;
import org.brisket.state.submission.Refusal;
import org.brisket.state.submission.SubmissionTicket;

/** The final answer to one submission: its status, every ledger's verdict, and the evidence. */
public record SubmissionResult(
        String submissionId,
        RecordPosition position,
        Optional<Txid> txid,
        Status status,
        List<LedgerVerdict> verdicts,
        Optional<Rejection> rejection,
        String phase,
        long blockHeight,
        List<EndpointAnswer> answers) {

    /** The three ways in which a submission can end. */
    public enum Status {
        ADMITTED("admitted"),
        REJECTED("rejected"),
        ROLLED_BACK("rolled-back");

        private final String text;

        Status(String text) {
            this.text = text;
        }

        /** The public word. */
        public String text() {
            return text;
        }
    }

    public SubmissionResult {
        verdicts = List.copyOf(verdicts);
        answers = List.copyOf(answers);
    }

    /** The result of a submission that no ledger saw. */
    public static SubmissionResult of(Refusal refusal) {
        KafkaRecord source = refusal.source();
        return new SubmissionResult(
                refusal.submissionId(),
                source.position(),
                refusal.txid(),
                Status.REJECTED,
                List.of(),
                Optional.of(refusal.rejection()),
                "",
                0,
                List.of());
    }

    static SubmissionResult rejected(
            SubmissionTicket ticket, List<LedgerVerdict> verdicts, Rejection rejection) {
        return new SubmissionResult(
                ticket.submissionId(),
                ticket.position(),
                Optional.of(ticket.txid()),
                Status.REJECTED,
                verdicts,
                Optional.of(rejection),
                "",
                0,
                List.of());
    }

    static SubmissionResult of(WaitingSubmission waiting, TrackedTransaction transaction) {
        boolean undone = transaction.phase() == Phase.ROLLED_BACK;
        return new SubmissionResult(
                waiting.ticket().submissionId(),
                waiting.ticket().position(),
                Optional.of(waiting.ticket().txid()),
                undone ? Status.ROLLED_BACK : Status.ADMITTED,
                waiting.verdicts(),
                undone ? transaction.rolledBackFor() : Optional.empty(),
                transaction.phase().text(),
                transaction.blockHeight(),
                transaction.answers());
    }
}
