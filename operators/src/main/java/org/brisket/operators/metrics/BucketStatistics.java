package org.brisket.operators.metrics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.flink.metrics.HistogramStatistics;

/** What counts in buckets say; every number counts as the largest of its bucket. */
final class BucketStatistics extends HistogramStatistics {
    private final long[] counts;
    private final long size;

    BucketStatistics(long[] counts) {
        this.counts = counts;
        this.size = Arrays.stream(counts).sum();
    }

    /** Not a number while there is nothing to be said. */
    @Override
    public double getQuantile(double quantile) {
        long rank = Math.max(1, (long) Math.ceil(quantile * size));
        long seen = 0;
        for (int bucket = 0; bucket < counts.length; bucket++) {
            seen += counts[bucket];
            if (seen >= rank) {
                return DurationBuckets.upperBound(bucket);
            }
        }
        return Double.NaN;
    }

    /** One number for each bucket that is not empty. */
    @Override
    public long[] getValues() {
        int[] used = used();
        return Arrays.stream(used).mapToLong(DurationBuckets::upperBound).toArray();
    }

    private int[] used() {
        return IntStream.range(0, counts.length).filter(bucket -> counts[bucket] > 0).toArray();
    }

    @Override
    public int size() {
        return (int) Math.min(size, Integer.MAX_VALUE);
    }

    @Override
    public double getMean() {
        return size == 0 ? Double.NaN : moment(0, 1) / size;
    }

    @Override
    public double getStdDev() {
        return size == 0 ? Double.NaN : Math.sqrt(moment(getMean(), 2) / size);
    }

    private double moment(double centre, int power) {
        double sum = 0;
        for (int bucket : used()) {
            sum += counts[bucket] * Math.pow(DurationBuckets.upperBound(bucket) - centre, power);
        }
        return sum;
    }

    @Override
    public long getMax() {
        int[] used = used();
        return used.length == 0 ? 0 : DurationBuckets.upperBound(used[used.length - 1]);
    }

    @Override
    public long getMin() {
        int[] used = used();
        return used.length == 0 ? 0 : DurationBuckets.upperBound(used[0]);
    }
}
