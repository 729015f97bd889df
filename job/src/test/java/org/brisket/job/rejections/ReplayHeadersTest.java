package org.brisket.job.rejections;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class ReplayHeadersTest {
    @Test
    void sendsTheOriginalWithItsIdAndItsOrigin() {
        RejectedSubmission letter =
                Letters.letter(
                        5,
                        "COIN_CONTESTED",
                        "beef-submissions-0-9",
                        "x-topics",
                        "tm_any",
                        "k",
                        "v");

        ProducerRecord<byte[], byte[]> again = ReplayHeaders.replay(letter, "in");

        assertThat(again.topic()).isEqualTo("in");
        assertThat(again.key()).containsExactly(7);
        assertThat(again.value()).containsExactly(1, 2);
        assertThat(headers(again))
                .containsExactly(
                        "x-topics=tm_any",
                        "k=v",
                        "brisket-submission-id=beef-submissions-0-9",
                        "brisket-replay-of=beef-rejections-1-5",
                        "brisket-replay-attempt=1");
    }

    @Test
    void keepsTheIdThatTheSenderGaveAndCountsOn() {
        RejectedSubmission letter =
                Letters.letter(
                        6,
                        "COIN_CONTESTED",
                        "mine",
                        "brisket-submission-id",
                        "mine",
                        "brisket-replay-of",
                        "beef-rejections-1-5",
                        "brisket-replay-attempt",
                        "2");

        assertThat(headers(ReplayHeaders.replay(letter, "in")))
                .containsExactly(
                        "brisket-submission-id=mine",
                        "brisket-replay-of=beef-rejections-1-6",
                        "brisket-replay-attempt=3");
    }

    @Test
    void removesOnlyTheHeadersThatTheJobAdded() {
        RejectedSubmission letter =
                Letters.letter(7, "NO_TOPICS", "i", "brisket-reason-code", "forged", "k", "v");

        assertThat(letter.reason()).isEqualTo("NO_TOPICS");
        assertThat(headers(ReplayHeaders.replay(letter, "in")))
                .startsWith("brisket-reason-code=forged", "k=v")
                .hasSize(5);
    }

    private static List<String> headers(ProducerRecord<byte[], byte[]> record) {
        List<String> headers = new ArrayList<>();
        record.headers().forEach(h -> headers.add(h.key() + "=" + new String(h.value())));
        return headers;
    }
}
