package org.brisket.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ResultLineTest {

    @Test
    void putsStatusSubmissionAndReasonInOneLine() {
        String json =
                "{\"submissionId\":\"s-0-1\",\"status\":\"REJECTED\",\"reason\":\"bad\\nroot\",\"more\":1}";

        assertThat(ResultLine.of(json)).isEqualTo("REJECTED      s-0-1  bad root");
    }

    @Test
    void namesTheOutputsThatEachTopicAdmitted() {
        String json =
                """
                {"submissionId":"s","status":"admitted","txid":"ab",
                 "steak":{"tm_any":{"outputsToAdmit":[0,2]},"tm_hello":{"outputsToAdmit":[]}}}
                """;

        assertThat(ResultLine.of(json)).isEqualTo("admitted      s  ab  tm_any [0,2]  tm_hello []");
    }

    @Test
    void leavesWhatItDoesNotUnderstandAsItIs() {
        assertThat(ResultLine.of("hello")).isEqualTo("hello");
        assertThat(ResultLine.of("a\033[2Jb")).isEqualTo("a [2Jb");
        assertThat(ResultLine.of("[1]")).isEqualTo("[1]");
        assertThat(ResultLine.of("")).isEmpty();
    }
}
