package org.brisket.protocol.broadcast;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.brisket.protocol.hash.Txid;

/**
 * What every configured endpoint said about one subject transaction, and about the ancestors that
 * were sent with it.
 */
public record BroadcastOutcome(
        Txid subject, List<EndpointAnswer> answers, Map<Txid, List<EndpointAnswer>> ancestors) {
    public BroadcastOutcome {
        answers = List.copyOf(answers);
        ancestors = Map.copyOf(ancestors);
    }

    public BroadcastOutcome(Txid subject, List<EndpointAnswer> answers) {
        this(subject, answers, Map.of());
    }

    /** Nobody said anything. */
    public static BroadcastOutcome silence(Txid subject) {
        return new BroadcastOutcome(subject, List.of());
    }

    /** The same without the ancestors. */
    public BroadcastOutcome ofSubject() {
        return new BroadcastOutcome(subject, answers);
    }

    /**
     * The outcome of an ancestor: each endpoint's own answer to it, or else the acceptance of what
     * stands on it, which no endpoint gives without the ancestor.
     */
    public BroadcastOutcome ofAncestor(Txid ancestor) {
        List<EndpointAnswer> own = ancestors.getOrDefault(ancestor, List.of());
        List<EndpointAnswer> implied =
                answers.stream()
                        .filter(answer -> answer.kind() == AnswerKind.ACCEPTED)
                        .filter(answer -> own.stream().noneMatch(a -> isOf(a, answer.endpoint())))
                        .collect(Collectors.toList());
        implied.addAll(own);
        return new BroadcastOutcome(ancestor, implied);
    }

    private static boolean isOf(EndpointAnswer answer, String endpoint) {
        return answer.endpoint().equals(endpoint);
    }
}
