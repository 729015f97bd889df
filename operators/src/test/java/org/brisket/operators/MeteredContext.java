package org.brisket.operators;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.groups.OperatorMetricGroup;
import org.apache.flink.runtime.metrics.util.InterceptingOperatorMetricGroup;
import org.apache.flink.streaming.util.MockStreamingRuntimeContext;

/** The runtime context of a function that is tested without an operator; it keeps the metrics. */
public final class MeteredContext extends MockStreamingRuntimeContext {
    private final InterceptingOperatorMetricGroup metrics = new InterceptingOperatorMetricGroup();

    public MeteredContext() {
        super(1, 0);
    }

    @Override
    public OperatorMetricGroup getMetricGroup() {
        return metrics;
    }

    public long counter(String name) {
        return ((Counter) metrics.get(name)).getCount();
    }

    public Object gauge(String name) {
        return ((Gauge<?>) metrics.get(name)).getValue();
    }
}
