package org.brisket.operators.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.brisket.operators.MeteredContext;
import org.brisket.operators.metrics.Metric;
import org.brisket.operators.metrics.StepMetrics;
import org.brisket.state.tracking.Phase;
import org.junit.jupiter.api.Test;

class TrackingMetricsTest {
    private final MeteredContext context = new MeteredContext();
    private final TrackingMetrics metrics = new TrackingMetrics(StepMetrics.of(context));

    @Test
    void countsAPhaseWhenItIsEntered() {
        metrics.found(Optional.empty());
        metrics.left(Phase.DECIDED);
        metrics.left(Phase.DECIDED);
        metrics.found(Optional.of(Phase.DECIDED));
        metrics.left(Phase.CONFIRMED);
        metrics.found(Optional.of(Phase.CONFIRMED));
        metrics.left(Phase.CONFIRMED);

        assertThat(context.counter(Metric.TRANSITIONS, "decided")).isEqualTo(1);
        assertThat(context.counter(Metric.TRANSITIONS, "confirmed")).isEqualTo(1);
        assertThat(context.counter(Metric.TRANSACTIONS_CONFIRMED)).isEqualTo(1);
    }
}
