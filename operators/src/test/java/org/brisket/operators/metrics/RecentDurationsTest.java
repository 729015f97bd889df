package org.brisket.operators.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.apache.flink.metrics.HistogramStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecentDurationsTest {
    private long nanos;
    private final RecentDurations durations = new RecentDurations(() -> nanos);

    private void pass(long seconds) {
        nanos += TimeUnit.SECONDS.toNanos(seconds);
    }

    private double quantile(double quantile) {
        return durations.getStatistics().getQuantile(quantile);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 15, 16, 17, 31, 32, 1_000, 123_456_789, (1L << 36) - 1})
    void aQuantileIsAtMostASixteenthTooHigh(long value) {
        durations.update(value);

        assertThat(quantile(0.5)).isBetween((double) value, value + value / 16.0);
    }

    @Test
    void bucketsLeaveNothingOutAndDoNotOverlap() {
        for (int bucket = 1; bucket < DurationBuckets.COUNT; bucket++) {
            long below = DurationBuckets.upperBound(bucket - 1);
            assertThat(DurationBuckets.of(below)).isEqualTo(bucket - 1);
            assertThat(DurationBuckets.of(below + 1)).isEqualTo(bucket);
        }
    }

    @Test
    void numbersOutOfRangeCountAtItsEnds() {
        durations.update(-5);
        durations.update(Long.MAX_VALUE);

        HistogramStatistics statistics = durations.getStatistics();
        assertThat(statistics.getMin()).isZero();
        assertThat(statistics.getMax()).isEqualTo((1L << 36) - 1);
    }

    @Test
    void tellsTheShapeOfWhatItSaw() {
        for (int i = 1; i <= 10; i++) {
            durations.update(i);
        }

        HistogramStatistics statistics = durations.getStatistics();
        assertThat(statistics.getQuantile(0.5)).isEqualTo(5);
        assertThat(statistics.getQuantile(0.99)).isEqualTo(10);
        assertThat(statistics.getMean()).isEqualTo(5.5);
        assertThat(statistics.getStdDev()).isBetween(2.87, 2.88);
        assertThat(statistics.size()).isEqualTo(10);
        assertThat(statistics.getValues()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    }

    @Test
    void forgetsWhatIsOlderThanTwoMinutesButCountsIt() {
        durations.update(7);
        pass(61);
        durations.update(3);
        assertThat(quantile(1)).isEqualTo(7);

        pass(60);
        assertThat(quantile(1)).isEqualTo(3);
        assertThat(durations.getCount()).isEqualTo(2);
    }

    @Test
    void saysNothingAfterALongSilence() {
        durations.update(7);
        pass(1_000);

        assertThat(quantile(0.99)).isNaN();
    }

    @Test
    void measuresFromAnInstantOfItsClock() {
        long start = nanos;
        nanos += 2_000_000;
        durations.millisSince(start);

        assertThat(quantile(1)).isEqualTo(2);
    }
}
