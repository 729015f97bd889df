package org.brisket.operators.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.brisket.operators.MeteredContext;
import org.brisket.operators.metrics.Metric;
import org.brisket.operators.metrics.StepMetrics;
import org.brisket.state.ledger.LedgerPosition;
import org.brisket.state.ledger.LiveDigest;
import org.junit.jupiter.api.Test;

class LedgerMetricsTest {
    private static final LedgerPosition FIRST =
            new LedgerPosition(1, new LiveDigest(0xFEDC_BA98_7654_3210L, 2, 3, 4));
    private static final LedgerPosition SECOND = new LedgerPosition(2, new LiveDigest(5, 6, 7, 8));

    private final MeteredContext context = new MeteredContext();
    private final LedgerMetrics metrics = new LedgerMetrics(StepMetrics.of(context));

    @Test
    void tellsWhereALedgerStands() {
        metrics.enter("TOPIC:tm_any");
        metrics.left(FIRST);

        assertThat(context.gauge(Metric.LEDGER_SEQUENCE, "TOPIC:tm_any")).isEqualTo(1L);
        assertThat(context.gauge(Metric.LEDGER_DIGEST, "TOPIC:tm_any"))
                .isEqualTo(0xFEDC_BA98_7654L);
    }

    @Test
    void aLedgerIsFoundWhereItWasLeft() {
        metrics.enter("TOPIC:a");
        metrics.found(LedgerPosition.START);
        metrics.left(FIRST);
        metrics.enter("TOPIC:b");
        metrics.found(SECOND);
        metrics.enter("TOPIC:a");
        metrics.found(FIRST);

        assertThat(context.counter(Metric.LEDGER_GAPS)).isZero();
    }

    @Test
    void countsALedgerThatIsFoundElsewhereOnce() {
        metrics.enter("TOPIC:a");
        metrics.left(FIRST);
        metrics.found(SECOND);
        metrics.found(SECOND);

        assertThat(context.counter(Metric.LEDGER_GAPS)).isEqualTo(1);
    }
}
