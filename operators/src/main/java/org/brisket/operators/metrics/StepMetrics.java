package org.brisket.operators.metrics;

import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;

/** Registers a step's metrics under their names, each combination of label values once. */
public final class StepMetrics {
    private final MetricGroup group;

    private StepMetrics(MetricGroup group) {
        this.group = group;
    }

    public static StepMetrics of(RuntimeContext context) {
        return new StepMetrics(context.getMetricGroup().addGroup(Metric.GROUP));
    }

    /** Safe for concurrent use. */
    public Counter counter(Metric metric, String... labelValues) {
        return labelled(metric, MetricKind.COUNTER, labelValues)
                .counter(metric.text(), new ThreadSafeSimpleCounter());
    }

    /** The value is asked for by other threads than the step's. */
    public void gauge(Metric metric, Gauge<? extends Number> value, String... labelValues) {
        labelled(metric, MetricKind.GAUGE, labelValues).gauge(metric.text(), value);
    }

    /** Safe for concurrent use. */
    public RecentDurations durations(Metric metric) {
        return labelled(metric, MetricKind.HISTOGRAM)
                .histogram(metric.text(), new RecentDurations(System::nanoTime));
    }

    private MetricGroup labelled(Metric metric, MetricKind kind, String... values) {
        if (metric.kind() != kind || metric.labels().size() != values.length) {
            throw new IllegalStateException(
                    "%s is a %s with labels %s, registered as a %s with %d values"
                            .formatted(
                                    metric, metric.kind(), metric.labels(), kind, values.length));
        }
        MetricGroup labelled = group;
        for (int i = 0; i < values.length; i++) {
            labelled = labelled.addGroup(metric.labels().get(i), values[i]);
        }
        return labelled;
    }
}
