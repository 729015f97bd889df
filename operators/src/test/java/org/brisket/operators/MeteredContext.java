package org.brisket.operators;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.OperatorMetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.runtime.metrics.util.InterceptingOperatorMetricGroup;
import org.apache.flink.streaming.util.MockStreamingRuntimeContext;
import org.brisket.operators.metrics.Metric;

/** The runtime context of a function that is tested without an operator; it keeps the metrics. */
public final class MeteredContext extends MockStreamingRuntimeContext {
    private final Map<String, Object> metrics = new ConcurrentHashMap<>();

    public MeteredContext() {
        super(1, 0);
    }

    @Override
    public OperatorMetricGroup getMetricGroup() {
        return new InterceptingOperatorMetricGroup() {
            @Override
            public MetricGroup addGroup(String name) {
                return new Kept(name);
            }
        };
    }

    public long counter(Metric metric, String... labelValues) {
        return ((Counter) kept(metric, labelValues)).getCount();
    }

    public Object gauge(Metric metric, String... labelValues) {
        return ((Gauge<?>) kept(metric, labelValues)).getValue();
    }

    public Histogram histogram(Metric metric) {
        return (Histogram) kept(metric);
    }

    private Object kept(Metric metric, String... labelValues) {
        StringBuilder path = new StringBuilder("brisket");
        for (int i = 0; i < labelValues.length; i++) {
            path.append('.').append(metric.labels().get(i)).append('.').append(labelValues[i]);
        }
        return metrics.get(path.append('.').append(metric.text()).toString());
    }

    /** A group and what is below it, by path. */
    private final class Kept extends UnregisteredMetricsGroup {
        private final String path;

        private Kept(String path) {
            this.path = path;
        }

        @Override
        public MetricGroup addGroup(String name) {
            return new Kept(path + "." + name);
        }

        @Override
        public MetricGroup addGroup(String key, String value) {
            return new Kept(path + "." + key + "." + value);
        }

        @Override
        public <C extends Counter> C counter(String name, C counter) {
            return keep(name, counter);
        }

        @Override
        public <T, G extends Gauge<T>> G gauge(String name, G gauge) {
            return keep(name, gauge);
        }

        @Override
        public <H extends Histogram> H histogram(String name, H histogram) {
            return keep(name, histogram);
        }

        private <M> M keep(String name, M metric) {
            if (metrics.put(path + "." + name, metric) != null) {
                throw new IllegalStateException("registered twice: " + path + "." + name);
            }
            return metric;
        }
    }
}
