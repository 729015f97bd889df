package org.brisket.protocol.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.brisket.protocol.hash.Txid;
import org.junit.jupiter.api.Test;

class BroadcastOutcomeTest {
    private static final Txid SUBJECT = new Txid(1, 1, 1, 1);
    private static final Txid ANCESTOR = new Txid(2, 2, 2, 2);

    private static EndpointAnswer answer(String endpoint, AnswerKind kind) {
        return new EndpointAnswer(endpoint, kind, "", 200, "", List.of());
    }

    @Test
    void takesTheAcceptanceOfTheSubjectForItsAncestors() {
        EndpointAnswer accepted = answer("one", AnswerKind.ACCEPTED);
        EndpointAnswer refused = answer("two", AnswerKind.POLICY);
        BroadcastOutcome outcome = new BroadcastOutcome(SUBJECT, List.of(accepted, refused));

        assertThat(outcome.ofAncestor(ANCESTOR))
                .isEqualTo(new BroadcastOutcome(ANCESTOR, List.of(accepted)));
    }

    @Test
    void prefersWhatAnEndpointSaidAboutTheAncestorItself() {
        EndpointAnswer own = answer("one", AnswerKind.CONTESTED);
        BroadcastOutcome outcome =
                new BroadcastOutcome(
                        SUBJECT,
                        List.of(answer("one", AnswerKind.ACCEPTED)),
                        Map.of(ANCESTOR, List.of(own)));

        assertThat(outcome.ofAncestor(ANCESTOR).answers()).containsExactly(own);
        assertThat(outcome.ofSubject().ancestors()).isEmpty();
    }
}
