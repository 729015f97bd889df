package org.brisket.operators.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.brisket.operators.MeteredContext;
import org.brisket.operators.metrics.Metric;
import org.brisket.operators.metrics.StepMetrics;
import org.junit.jupiter.api.Test;

class HeaderMetricsTest {
    private final MeteredContext context = new MeteredContext();
    private final HeaderMetrics metrics =
            new HeaderMetrics(StepMetrics.of(context), ExampleChain.keeper());

    @Test
    void aReorganisationOfOneBlockIsNotDeep() {
        metrics.moved(100, Optional.empty());
        metrics.moved(101, Optional.of(100L));

        assertThat(context.counter(Metric.DEEP_REORGANISATIONS)).isZero();
    }

    @Test
    void aReorganisationOfTwoBlocksIsDeep() {
        metrics.moved(100, Optional.empty());
        metrics.moved(101, Optional.of(99L));

        assertThat(context.counter(Metric.DEEP_REORGANISATIONS)).isEqualTo(1);
    }

    @Test
    void noChainHasNoHeight() {
        assertThat(context.gauge(Metric.CHAIN_TIP_HEIGHT)).isEqualTo(-1L);
        assertThat(context.gauge(Metric.CHAIN_IN_STEP)).isEqualTo(0);
    }
}
