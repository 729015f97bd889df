package org.brisket.state.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.brisket.protocol.broadcast.AnswerKind;
import org.brisket.protocol.broadcast.EndpointAnswer;
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
}
