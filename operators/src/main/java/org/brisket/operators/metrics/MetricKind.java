package org.brisket.operators.metrics;

/** How a metric behaves between two looks at it. */
public enum MetricKind {
    /** A running total of one subtask since it started; rates are made of it. */
    COUNTER("counter"),
    /** A figure of this moment. */
    GAUGE("gauge"),
    /** Quantiles of the last minute or two, and a running total of what was measured. */
    HISTOGRAM("histogram");

    private final String text;

    MetricKind(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
