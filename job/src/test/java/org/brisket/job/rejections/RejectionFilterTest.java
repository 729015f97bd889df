package org.brisket.job.rejections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RejectionFilterTest {
    private static final RejectedSubmission LETTER =
            Letters.letter(5, "COIN_CONTESTED", "mine", "x-topics", "[\"tm_any\", \"tm_hello\"]");

    @Test
    void takesAllIfNothingIsAsked() {
        RejectionFilter none = filter(Set.of(), Set.of(), "", null, null);

        assertThat(none.isEmpty()).isTrue();
        assertThat(none.test(LETTER)).isTrue();
    }

    @Test
    void knowsReasonsAndIds() {
        assertThat(filter(Set.of("COIN_CONTESTED"), Set.of("mine"), "", null, null).test(LETTER))
                .isTrue();
        assertThat(filter(Set.of("MALFORMED_BEEF"), Set.of(), "", null, null).test(LETTER))
                .isFalse();
        assertThat(filter(Set.of(), Set.of("other"), "", null, null).test(LETTER)).isFalse();
        assertThat(filter(Set.of(), Set.of("beef-rejections-1-5"), "", null, null).test(LETTER))
                .isTrue();
    }

    @Test
    void findsAWholeTopicInBothFormsOfTheHeader() {
        RejectedSubmission list = Letters.letter(6, "X", "i", "x-topics", "tm_any, tm_hello");

        assertThat(filter(Set.of(), Set.of(), "tm_hello", null, null).test(LETTER)).isTrue();
        assertThat(filter(Set.of(), Set.of(), "tm_hello", null, null).test(list)).isTrue();
        assertThat(filter(Set.of(), Set.of(), "tm_hell", null, null).test(LETTER)).isFalse();
    }

    @Test
    void takesTheFirstMomentAndNotTheLast() {
        Instant time = LETTER.time();

        assertThat(filter(Set.of(), Set.of(), "", time, null).test(LETTER)).isTrue();
        assertThat(filter(Set.of(), Set.of(), "", time.plusMillis(1), null).test(LETTER)).isFalse();
        assertThat(filter(Set.of(), Set.of(), "", null, time).test(LETTER)).isFalse();
        assertThat(filter(Set.of(), Set.of(), "", null, time.plusMillis(1)).test(LETTER)).isTrue();
    }

    private static RejectionFilter filter(
            Set<String> reasons, Set<String> ids, String topic, Instant since, Instant until) {
        return new RejectionFilter(
                reasons,
                ids,
                Optional.of(topic).filter(name -> !name.isEmpty()),
                false,
                Optional.ofNullable(since),
                Optional.ofNullable(until));
    }
}
