package org.brisket.job.local.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class LatencyHistogramTest {
    private final LatencyHistogram latencies = new LatencyHistogram();

    @Test
    void findsTheSmallestLatencyThatCoversTheShare() {
        for (int millis = 1; millis <= 200; millis++) {
            latencies.add(millis);
        }

        assertThat(latencies.count()).isEqualTo(200);
        assertThat(latencies.percentile(0.5)).isEqualTo(100);
        assertThat(latencies.percentile(0.99)).isEqualTo(198);
        assertThat(latencies.percentile(1)).isEqualTo(200);
        assertThat(latencies.percentile(0.001)).isEqualTo(1);
    }

    @Test
    void isZeroWithoutMeasurements() {
        assertThat(latencies.percentile(0.5)).isZero();
    }

    @Test
    void countsWhatIsOutOfRangeAtTheEdges() {
        latencies.add(-5);
        latencies.add(Long.MAX_VALUE);

        assertThat(latencies.percentile(0.5)).isZero();
        assertThat(latencies.percentile(1)).isEqualTo(600_000);
    }

    @Test
    void refusesShareThatIsNone() {
        assertThatThrownBy(() -> latencies.percentile(0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> latencies.percentile(Double.NaN))
                .isInstanceOf(IllegalStateException.class);
    }
}
