package org.brisket.state.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.brisket.protocol.broadcast.AnswerKind;
import org.brisket.protocol.broadcast.EndpointAnswer;
import org.brisket.protocol.hash.Txid;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceTest {
    @ParameterizedTest
    @CsvSource({
        "ACCEPTED, ACCEPTED",
        "ACCEPTED INVALID INVALID, ACCEPTED",
        "ACCEPTED CONTESTED, ACCEPTED",
        "CONTESTED INVALID INVALID, CONTESTED",
        "INVALID INVALID, INVALID",
        "INVALID INVALID UNKNOWN, INVALID",
        "INVALID, REFUSED",
        "INVALID POLICY, REFUSED",
        "POLICY POLICY, REFUSED",
        "CONDITION, REFUSED",
        "INVALID UNKNOWN, PENDING",
        "POLICY UNKNOWN, PENDING",
        "POLICY ORPHAN, PENDING",
        "ORPHAN, PENDING",
        "UNKNOWN UNKNOWN, PENDING",
        "'', PENDING"
    })
    void concludesNoMoreThanTheAnswersProve(String kinds, NetworkEvent event) {
        List<EndpointAnswer> answers =
                Arrays.stream(kinds.split(" "))
                        .filter(kind -> !kind.isEmpty())
                        .map(AnswerKind::valueOf)
                        .map(kind -> new EndpointAnswer("e", kind, "", 0, "", List.of()))
                        .toList();

        assertThat(Evidence.of(answers)).isEqualTo(event);
    }

    @ParameterizedTest
    @CsvSource({
        "ACCEPTED CONTESTED, CONTESTED",
        "ACCEPTED CONDITION, HELD",
        "ACCEPTED UNKNOWN, HELD",
        "CONDITION CONDITION, REFUSED",
        "CONDITION ABSENT, REFUSED",
        "CONDITION UNKNOWN, PENDING",
        "ABSENT ABSENT, PENDING",
        "ORPHAN ABSENT, PENDING",
        "ORPHAN CONDITION, PENDING",
        "UNKNOWN UNKNOWN, PENDING"
    })
    void concludesNoMoreThanTheStatusesProve(String kinds, NetworkEvent event) {
        assertThat(Evidence.ofStatuses(statuses(kinds, List.of()))).isEqualTo(event);
    }

    @ParameterizedTest
    @CsvSource({"CONDITION CONDITION, OUTDONE", "CONDITION, REFUSED", "CONDITION ABSENT, REFUSED"})
    void takesTwoEndpointsThatNameACompetitorToLoseARace(String kinds, NetworkEvent event) {
        List<EndpointAnswer> statuses = statuses(kinds, List.of(new Txid(1, 2, 3, 4)));

        assertThat(Evidence.ofStatuses(statuses)).isEqualTo(event);
    }

    private static List<EndpointAnswer> statuses(String kinds, List<Txid> competing) {
        return Arrays.stream(kinds.split(" "))
                .map(AnswerKind::valueOf)
                .map(kind -> new EndpointAnswer("e", kind, "", 0, "", competing))
                .toList();
    }
}
