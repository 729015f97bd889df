package org.brisket.state.coordination;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.brisket.protocol.hash.Txid;
import org.brisket.state.ledger.AncestorVerdict;
import org.brisket.state.ledger.LedgerMessage;
import org.brisket.state.ledger.LedgerVerdict;
import org.brisket.state.submission.SubmissionPayload;
import org.brisket.state.submission.SubmissionTicket;

/**
 * The votes on one submission so far, on its subject and on the ancestors that came along. The
 * payload comes with the vote of the ledger that was named first, in whatever order the votes
 * arrive. The voters are the keys of all ledgers that vote; none if no vote so far named them.
 */
public record Ballot(
        SubmissionTicket ticket,
        List<LedgerVerdict> verdicts,
        List<AncestorVerdict> ancestors,
        byte[] extendedTransaction,
        Optional<SubmissionPayload> payload,
        Optional<Txid> objection,
        List<String> voters) {

    public Ballot {
        verdicts = List.copyOf(verdicts);
        ancestors = List.copyOf(ancestors);
        voters = List.copyOf(voters);
    }

    static Ballot open(SubmissionTicket ticket) {
        return new Ballot(
                ticket,
                List.of(),
                List.of(),
                new byte[0],
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    Ballot with(LedgerMessage.Vote vote) {
        boolean first = vote.payload().isPresent();
        return new Ballot(
                ticket,
                joined(verdicts, List.of(vote.verdict())),
                joined(ancestors, vote.ancestors()),
                first ? vote.extendedTransaction() : extendedTransaction,
                first ? vote.payload() : payload,
                objection,
                voters.isEmpty() ? vote.voters() : voters);
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    /** A transaction that the subject stands on was undone: it cannot be admitted any more. */
    Ballot objectedTo(Txid cause) {
        return new Ballot(
                ticket,
                verdicts,
                ancestors,
                extendedTransaction,
                payload,
                Optional.of(cause),
                voters);
    }

    /** The votes so far, in the order of the ledgers' keys. */
    public List<LedgerVerdict> votes() {
        return verdicts.stream().sorted(Comparator.comparing(LedgerVerdict::ledger)).toList();
    }

    /** The ledgers that are still to vote, by key, as far as they are known by name. */
    public List<String> awaited() {
        Set<String> heard =
                verdicts.stream().map(LedgerVerdict::ledger).collect(Collectors.toSet());
        return voters.stream().filter(ledger -> !heard.contains(ledger)).sorted().toList();
    }

    boolean isComplete() {
        return verdicts.size() == ticket.ledgerCount();
    }

    /** What the complete votes lead to, ancestors first; the same in whatever order they came. */
    List<Decision> decide() {
        List<LedgerVerdict> sorted = votes();
        boolean anyYes = sorted.stream().anyMatch(LedgerVerdict::isYes);
        boolean allYes = sorted.stream().allMatch(LedgerVerdict::isYes);
        if (objection.isPresent() || !anyYes || (ticket.together() && !allYes)) {
            return List.of(abort(sorted));
        }
        boolean nothingNew =
                sorted.stream().filter(LedgerVerdict::isYes).allMatch(v -> v.committedBefore());
        if (nothingNew) {
            return List.of(new Decision.Repeat(ticket, sorted));
        }
        boolean changes = sorted.stream().anyMatch(vote -> !vote.instructions().isEmpty());
        return changes ? commit(sorted) : List.of(abort(sorted));
    }

    private Decision abort(List<LedgerVerdict> sorted) {
        return new Decision.Abort(ticket, sorted, ancestors, objection, requirePayload().source());
    }

    private List<Decision> commit(List<LedgerVerdict> sorted) {
        Map<Txid, List<LedgerVerdict>> byAncestor = new LinkedHashMap<>();
        ancestors.stream()
                .sorted(Comparator.comparing(ancestor -> ancestor.verdict().ledger()))
                .forEach(
                        ancestor ->
                                byAncestor
                                        .computeIfAbsent(ancestor.txid(), t -> new ArrayList<>())
                                        .add(ancestor.verdict()));
        List<Decision> decisions = new ArrayList<>();
        byAncestor.forEach(
                (txid, yes) -> decisions.add(new Decision.Ancestor(ticket.forAncestor(txid), yes)));
        List<Txid> alongside = List.copyOf(byAncestor.keySet());
        decisions.add(new Decision.Commit(ticket, sorted, alongside, transactionsToBroadcast()));
        return decisions;
    }

    private List<byte[]> transactionsToBroadcast() {
        if (!ticket.broadcast()) {
            return List.of();
        }
        return joined(requirePayload().ancestors(), List.of(extendedTransaction));
    }

    private SubmissionPayload requirePayload() {
        return payload.orElseThrow(
                () -> new IllegalStateException("no vote on " + ticket + " brought its payload"));
    }
}
