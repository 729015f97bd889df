package org.brisket.operators.header;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.Optional;
import org.apache.flink.metrics.Counter;
import org.brisket.operators.metrics.Metric;
import org.brisket.operators.metrics.StepMetrics;
import org.brisket.state.header.ChainView;
import org.brisket.state.header.HeaderKeeper;

/** Where the own header chain stands, and what happens to it. */
final class HeaderMetrics {
    private final Counter deepReorganisations;
    private long tip;
    private volatile long tipSince = System.currentTimeMillis();

    HeaderMetrics(StepMetrics metrics, HeaderKeeper keeper) {
        tip = tipOf(keeper);
        deepReorganisations = metrics.counter(Metric.DEEP_REORGANISATIONS);
        metrics.gauge(Metric.HEADERS_REFUSED, () -> keeper.refused());
        metrics.gauge(Metric.HEADERS_ORPHANED, () -> keeper.orphaned());
        metrics.gauge(Metric.CHAIN_REORGANISATIONS, () -> keeper.reorganisations());
        metrics.gauge(Metric.CHAIN_TIP_HEIGHT, () -> tipOf(keeper));
        metrics.gauge(
                Metric.CHAIN_TIP_AGE_SECONDS,
                () -> MILLISECONDS.toSeconds(System.currentTimeMillis() - tipSince));
        metrics.gauge(
                Metric.CHAIN_IN_STEP,
                () -> keeper.view().map(ChainView::inStep).orElse(false) ? 1 : 0);
    }

    private static long tipOf(HeaderKeeper keeper) {
        return keeper.view().map(ChainView::tipHeight).orElse(-1L);
    }

    /** The tip is another one; a reorganisation replaced what was at its height and above. */
    void moved(long newTip, Optional<Long> reorganisedFrom) {
        if (reorganisedFrom.isPresent() && tip > reorganisedFrom.get()) {
            deepReorganisations.inc();
        }
        tip = newTip;
        tipSince = System.currentTimeMillis();
    }
}
