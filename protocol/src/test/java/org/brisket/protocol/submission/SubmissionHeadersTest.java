package org.brisket.protocol.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.brisket.protocol.bytes.MalformedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionHeadersTest {
    private static final SubmissionHeaders HEADERS =
            new SubmissionHeaders(Atomicity.ALL_OR_NOTHING, SubmissionMode.CURRENT, 4);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"tm_any\",\"tm_hello\"]",
                " [ \"tm_any\" , \"tm_hello\" ] ",
                "tm_any,tm_hello",
                "tm_any , tm_hello,tm_any"
            })
    void readsTopicsAsJsonArrayOrCommaList(String text) throws MalformedException {
        assertThat(HEADERS.read(record(Header.of("x-topics", text))).topics())
                .containsExactly("tm_any", "tm_hello");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[\"tm_any\"", "[tm_any]", "[\"tm_any\",]", "tm_any,", "ls_any", "tm_Any"})
    void refusesTopicsOfAnotherShape(String text) {
        assertMalformed(record(Header.of("x-topics", text)), "x-topics");
    }

    @Test
    void refusesMoreTopicsThanTheLimit() {
        String five =
                IntStream.range(0, 5)
                        .mapToObj(i -> "tm_" + (char) ('a' + i))
                        .collect(Collectors.joining(","));

        assertMalformed(record(Header.of("x-topics", five)), "5 topics, the limit is 4");
    }

    @Test
    void usesThePositionWhereNoIdIsGiven() throws MalformedException {
        assertThat(HEADERS.read(record()).submissionId()).isEqualTo("in-2-17");
        assertThat(HEADERS.read(record(Header.of("brisket-submission-id", "a1"))).submissionId())
                .isEqualTo("a1");
    }

    @Test
    void refusesAnIdThatLogsCannotShowAndAnswersByPosition() {
        KafkaRecord record = record(Header.of("brisket-submission-id", "a\nb"));

        assertMalformed(record, "printable ASCII");
        assertThat(SubmissionHeaders.submissionId(record)).isEqualTo("in-2-17");
    }

    @Test
    void readsModeAndAtomicity() throws MalformedException {
        SubmissionOptions options =
                HEADERS.read(
                        record(
                                Header.of("brisket-mode", "historical"),
                                Header.of("brisket-atomicity", "independent"),
                                Header.of("x-includes-off-chain-values", "true")));

        assertThat(options.mode()).isEqualTo(SubmissionMode.HISTORICAL);
        assertThat(options.atomicity()).isEqualTo(Atomicity.INDEPENDENT);
        assertThat(options.includesOffChainValues()).isTrue();
    }

    @Test
    void refusesUnknownWords() {
        assertMalformed(
                record(Header.of("brisket-mode", "later")), "expected current or historical");
        assertMalformed(
                record(Header.of("x-includes-off-chain-values", "yes")), "expected true or false");
    }

    @Test
    void lastHeaderOfANameCounts() throws MalformedException {
        KafkaRecord record =
                record(Header.of("x-topics", "tm_any"), Header.of("x-topics", "tm_hello"));

        assertThat(HEADERS.read(record).topics()).containsExactly("tm_hello");
    }

    private static void assertMalformed(KafkaRecord record, String message) {
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> HEADERS.read(record))
                .withMessageContaining(message);
    }

    private static KafkaRecord record(Header... headers) {
        return new KafkaRecord("in", 2, 17, 0, new byte[0], new byte[0], List.of(headers));
    }
}
