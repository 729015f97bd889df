package org.brisket.operators.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.brisket.operators.MeteredContext;
import org.junit.jupiter.api.Test;

class StepMetricsTest {
    private final MeteredContext context = new MeteredContext();
    private final StepMetrics metrics = StepMetrics.of(context);

    @Test
    void labelsTellSeriesApart() {
        metrics.counter(Metric.RESULTS, "admitted").inc();
        metrics.counter(Metric.RESULTS, "rejected").inc(2);

        assertThat(context.counter(Metric.RESULTS, "admitted")).isEqualTo(1);
        assertThat(context.counter(Metric.RESULTS, "rejected")).isEqualTo(2);
    }

    @Test
    void refusesWhatTheRegistryDoesNotSay() {
        assertThatThrownBy(() -> metrics.counter(Metric.RESULTS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("labels [outcome]", "0 values");
        assertThatThrownBy(() -> metrics.durations(Metric.SUBMISSIONS))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void namesAreOneConvention() {
        assertThat(Arrays.stream(Metric.values()).map(Metric::exportedName))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches(Metric.PREFIX + "([a-z]+_){0,2}[a-z][A-Za-z]+"));
        assertThat(Arrays.stream(Metric.values()))
                .filteredOn(metric -> metric.kind() == MetricKind.HISTOGRAM)
                .allMatch(metric -> metric.text().matches(".*(Millis|Micros)"));
    }

    @Test
    void labelsAreNeverIdentities() {
        assertThat(Arrays.stream(Metric.values()).flatMap(metric -> metric.labels().stream()))
                .isSubsetOf(
                        "outcome",
                        "category",
                        "reason",
                        "vote",
                        "order",
                        "ledger",
                        "decision",
                        "endpoint",
                        "answer",
                        "phase");
    }
}
