package org.brisket.connectors.arc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.brisket.protocol.broadcast.AnswerKind;
import org.brisket.protocol.broadcast.EndpointAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArcAnswersTest {
    @ParameterizedTest
    @CsvSource({
        "UNKNOWN, UNKNOWN",
        "QUEUED, ACCEPTED",
        "RECEIVED, ACCEPTED",
        "STORED, ACCEPTED",
        "ANNOUNCED_TO_NETWORK, ACCEPTED",
        "REQUESTED_BY_NETWORK, ACCEPTED",
        "SENT_TO_NETWORK, ACCEPTED",
        "ACCEPTED_BY_NETWORK, ACCEPTED",
        "SEEN_IN_ORPHAN_MEMPOOL, ORPHAN",
        "SEEN_ON_NETWORK, ACCEPTED",
        "SEEN_MULTIPLE_NODES, ACCEPTED",
        "DOUBLE_SPEND_ATTEMPTED, CONTESTED",
        "REJECTED, CONDITION",
        "rejected, CONDITION",
        "MINED_IN_STALE_BLOCK, ACCEPTED",
        "MINED, ACCEPTED",
        "IMMUTABLE, ACCEPTED",
        "PENDING_RETRY, UNKNOWN",
        "INVALID, UNKNOWN",
        "WHAT_IS_THIS, UNKNOWN",
    })
    void readsAStatus(String status, AnswerKind kind) {
        assertThat(ArcAnswers.ofStatus(status, "")).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "461, INVALID",
        "462, INVALID",
        "463, INVALID",
        "464, INVALID",
        "474, INVALID",
        "465, POLICY",
        "471, POLICY",
        "472, POLICY",
        "473, POLICY",
        "460, CONDITION",
        "466, CONDITION",
        "467, CONDITION",
        "468, CONDITION",
        "469, CONDITION",
        "475, CONDITION",
        "476, CONDITION",
        "409, CONDITION",
        "400, CONDITION",
        "413, CONDITION",
        "422, CONDITION",
        "401, UNKNOWN",
        "403, UNKNOWN",
        "404, UNKNOWN",
        "429, UNKNOWN",
        "500, UNKNOWN",
        "502, UNKNOWN",
        "503, UNKNOWN",
        "200, UNKNOWN",
        "0, UNKNOWN"
    })
    void readsACode(int code, AnswerKind kind) {
        assertThat(ArcAnswers.ofCode(code)).isEqualTo(kind);
    }

    @Test
    void takesATransactionThatWaitsForItsParentForAnOrphan() {
        assertThat(ArcAnswers.ofStatus("RECEIVED", "parent in Orphan pool"))
                .isEqualTo(AnswerKind.ORPHAN);
        assertThat(ArcAnswers.ofStatus("MINED", "was an orphan once"))
                .isEqualTo(AnswerKind.ACCEPTED);
    }

    @Test
    void keepsTheEvidence() throws Exception {
        EndpointAnswer contested =
                read(
                        200,
                        """
                        {"txStatus":"DOUBLE_SPEND_ATTEMPTED","extraInfo":"seen twice","status":200,
                         "competingTxs":["%s","no txid",null]}"""
                                .formatted("ab".repeat(32)));

        assertThat(contested.endpoint()).isEqualTo("arc");
        assertThat(contested.kind()).isEqualTo(AnswerKind.CONTESTED);
        assertThat(contested.status()).isEqualTo("DOUBLE_SPEND_ATTEMPTED");
        assertThat(contested.detail()).isEqualTo("seen twice");
        assertThat(contested.competing())
                .extracting(Object::toString)
                .containsExactly("ab".repeat(32));

        EndpointAnswer refused =
                read(465, "{\"title\":\"Fee too low\",\"detail\":\"1 sat/kB\",\"status\":465}");
        assertThat(refused.code()).isEqualTo(465);
        assertThat(refused.detail()).isEqualTo("1 sat/kB");
        assertThat(refused.status()).isEmpty();
    }

    @Test
    void readsNullAsAbsent() throws Exception {
        EndpointAnswer refused =
                read(
                        461,
                        """
                        {"txStatus":null,"extraInfo":null,"competingTxs":null,"txid":null,
                         "status":461,"detail":"script"}""");

        assertThat(refused.kind()).isEqualTo(AnswerKind.INVALID);
        assertThat(refused.status()).isEmpty();
        assertThat(refused.detail()).isEqualTo("script");
    }

    @Test
    void cutsWhatAnEndpointSaysAtLength() throws Exception {
        EndpointAnswer long_ =
                read(461, "{\"status\":461,\"detail\":\"%s\"}".formatted("x".repeat(100_000)));

        assertThat(long_.detail()).hasSize(500);
    }

    private static EndpointAnswer read(int httpStatus, String json) throws Exception {
        JsonNode node = new ObjectMapper().readTree(json);
        return ArcAnswers.read("arc", httpStatus, node);
    }
}
