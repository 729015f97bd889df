package org.brisket.state.coordination;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.brisket.protocol.hash.Txid;
import org.brisket.state.ledger.LedgerMessage;
import org.brisket.state.ledger.LedgerVerdict;
import org.brisket.state.submission.SubmissionPayload;
import org.brisket.state.submission.SubmissionTicket;

/**
 * The votes on one submission so far. The payload comes with the vote of the ledger that was named
 * first, in whatever order the votes arrive.
 */
public record Ballot(
        SubmissionTicket ticket,
        List<LedgerVerdict> verdicts,
        byte[] extendedTransaction,
        Optional<SubmissionPayload> payload,
        Optional<Txid> objection) {

    public Ballot {
        verdicts = List.copyOf(verdicts);
    }

    static Ballot open(SubmissionTicket ticket) {
        return new Ballot(ticket, List.of(), new byte[0], Optional.empty(), Optional.empty());
    }

    Ballot with(LedgerMessage.Vote vote) {
        List<LedgerVerdict> all = new ArrayList<>(verdicts);
        all.add(vote.verdict());
        boolean first = vote.payload().isPresent();
        return new Ballot(
                ticket,
                all,
                first ? vote.extendedTransaction() : extendedTransaction,
                first ? vote.payload() : payload,
                objection);
    }

    /** A transaction that the subject stands on was undone: it cannot be admitted any more. */
    Ballot objectedTo(Txid cause) {
        return new Ballot(ticket, verdicts, extendedTransaction, payload, Optional.of(cause));
    }

    boolean isComplete() {
        return verdicts.size() == ticket.ledgerCount();
    }

    /** The decision that the complete votes lead to; the same in whatever order they came. */
    Decision decide() {
        List<LedgerVerdict> sorted =
                verdicts.stream().sorted(Comparator.comparing(LedgerVerdict::ledger)).toList();
        boolean anyYes = sorted.stream().anyMatch(LedgerVerdict::isYes);
        boolean allYes = sorted.stream().allMatch(LedgerVerdict::isYes);
        if (objection.isPresent() || !anyYes || (ticket.together() && !allYes)) {
            return new Decision.Abort(ticket, sorted, objection, requirePayload().source());
        }
        boolean nothingNew =
                sorted.stream().filter(LedgerVerdict::isYes).allMatch(v -> v.committedBefore());
        if (nothingNew) {
            return new Decision.Repeat(ticket, sorted);
        }
        return new Decision.Commit(ticket, sorted, transactionsToBroadcast());
    }

    private List<byte[]> transactionsToBroadcast() {
        if (!ticket.broadcast()) {
            return List.of();
        }
        List<byte[]> transactions = new ArrayList<>(requirePayload().ancestors());
        transactions.add(extendedTransaction);
        return transactions;
    }

    private SubmissionPayload requirePayload() {
        return payload.orElseThrow(
                () -> new IllegalStateException("no vote on " + ticket + " brought its payload"));
    }
}
