package org.brisket.protocol.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.brisket.protocol.verdict.RejectionReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every limit at one below, at itself, and at one above. */
class LimitsTest {
    /** What would take the test too long at its standard is tested at a smaller value. */
    private static final Map<Limit, Long> SMALLER =
            Map.of(
                    Limit.SIGNATURE_OPERATIONS, 20L,
                    Limit.SIGNATURE_HASH_BYTES, 100_000L,
                    Limit.HASH_BYTES, 1_000_000L);

    @ParameterizedTest
    @EnumSource
    void acceptsWhatReachesTheLimitAndRefusesWhatExceedsItForItsOwnReason(Limit limit)
            throws Exception {
        long value = SMALLER.getOrDefault(limit, limit.standard());
        Limits limits = Limits.NONE.with(limit, value);

        assertThat(LimitProbe.refusal(limit, limits, value - 1)).as("one below").isEmpty();
        assertThat(LimitProbe.refusal(limit, limits, value)).as("at the limit").isEmpty();
        assertThat(LimitProbe.refusal(limit, limits, value + 1))
                .as("one above")
                .contains(limit.reason());
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatExceedsALimitAgainForTheSameReason(Limit limit) throws Exception {
        long value = Math.min(40, limit.standard());
        Limits limits = Limits.NONE.with(limit, Math.max(LimitProbe.smallest(limit), value));
        long over = limits.of(limit) + 1;

        Optional<RejectionReason> first = LimitProbe.refusal(limit, limits, over);

        assertThat(first).contains(limit.reason());
        assertThat(LimitProbe.refusal(limit, limits, over)).isEqualTo(first);
    }

    @Test
    void givesEachLimitItsOwnReasonOfTheLimitCategory() {
        assertThat(Arrays.stream(Limit.values()).map(Limit::reason)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(Limit.values()).map(limit -> limit.reason().category()))
                .containsOnly(RejectionReason.Category.LIMIT);
    }

    @Test
    void refusesValuesThatALimitCannotHave() {
        assertThatThrownBy(() -> Limits.DEFAULT.with(Limit.TREE_HEIGHT, 65))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("TREE_HEIGHT of 65");
        assertThatThrownBy(() -> Limits.DEFAULT.with(Limit.DEPTH, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
