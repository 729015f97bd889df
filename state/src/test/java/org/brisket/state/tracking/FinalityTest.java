package org.brisket.state.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** How deep is deep enough, and when the next look pays. */
class FinalityTest {
    private static final long TEN_MINUTES = 600_000;
    private static final Finality HUNDRED = new Finality(100, TEN_MINUTES);

    private static OptionalLong tip(long height) {
        return OptionalLong.of(height);
    }

    @Test
    void countsTheBlockItself() {
        assertThat(HUNDRED.isReached(800_000, tip(800_098))).isFalse();
        assertThat(HUNDRED.isReached(800_000, tip(800_099))).isTrue();
        assertThat(new Finality(1, 1).isReached(5, tip(5))).isTrue();
    }

    @Test
    void isNeverReachedWithoutATipOrADepth() {
        assertThat(HUNDRED.isReached(0, OptionalLong.empty())).isFalse();
        assertThat(Finality.NEVER.isReached(0, tip(Integer.MAX_VALUE))).isFalse();
    }

    @Test
    void waitsForHalfOfTheMissingBlocks() {
        assertThat(HUNDRED.pauseMillis(800_000, tip(800_000))).isEqualTo(99 * TEN_MINUTES / 2);
        assertThat(HUNDRED.pauseMillis(800_000, tip(800_098))).isEqualTo(TEN_MINUTES / 2);
        assertThat(HUNDRED.pauseMillis(800_000, OptionalLong.empty())).isEqualTo(TEN_MINUTES);
    }

    @Test
    void boundsThePause() {
        assertThat(HUNDRED.pauseMillis(800_000, tip(800_200))).isEqualTo(1_000);
        assertThat(new Finality(6, 100).pauseMillis(10, tip(12))).isEqualTo(1_000);
        assertThat(HUNDRED.pauseMillis(800_000, tip(1))).isEqualTo(100 * TEN_MINUTES / 2);
    }

    @Test
    void looksAFewTimesWhileBlocksComeAsExpected() {
        long now = 0;
        int looks = 0;
        while (!HUNDRED.isReached(1, tip(1 + now / TEN_MINUTES))) {
            now += HUNDRED.pauseMillis(1, tip(1 + now / TEN_MINUTES));
            looks++;
        }

        assertThat(looks).isBetween(2, 12);
        assertThat(now).isBetween(99 * TEN_MINUTES, 100 * TEN_MINUTES);
    }
}
