package org.brisket.job.local.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RateMeterTest {
    private static final long SECOND = 1_000_000_000;

    private final RateMeter meter = new RateMeter();

    @Test
    void knowsNoRateFromOneCount() {
        assertThat(meter.at(SECOND, 100)).isZero();
    }

    @Test
    void givesTheGrowthPerSecond() {
        meter.at(0, 0);

        assertThat(meter.at(2 * SECOND, 100)).isEqualTo(50);
    }

    @Test
    void forgetsWhatIsLongAgo() {
        meter.at(0, 0);
        meter.at(10 * SECOND, 1_000);

        assertThat(meter.at(12 * SECOND, 1_000)).isZero();
    }
}
