package org.brisket.operators.metrics;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.HistogramStatistics;

/**
 * Durations, in whatever unit they are given, of the last one to two minutes: what is older says
 * nothing about now, and an alert on it would not end. The count is a running total. Memory is
 * fixed, 9 kB; a quantile is at most a sixteenth too high. Safe for concurrent use; an update
 * allocates nothing.
 */
public final class RecentDurations implements Histogram {
    private static final long WINDOW_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final LongSupplier nanoClock;
    private long[] current = new long[DurationBuckets.COUNT];
    private long[] previous = new long[DurationBuckets.COUNT];
    private long windowStart;
    private long total;

    /**
     * @param nanoClock such as {@link System#nanoTime}
     */
    public RecentDurations(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
        this.windowStart = nanoClock.getAsLong();
    }

    /** Negative durations, from clocks that differ, count as 0. */
    @Override
    public synchronized void update(long value) {
        turn();
        current[DurationBuckets.of(value)]++;
        total++;
    }

    /** Takes in the time since an instant of the clock, in microseconds. */
    public void microsSince(long startNanos) {
        update(TimeUnit.NANOSECONDS.toMicros(nanoClock.getAsLong() - startNanos));
    }

    /** Takes in the time since an instant of the clock, in milliseconds. */
    public void millisSince(long startNanos) {
        update(TimeUnit.NANOSECONDS.toMillis(nanoClock.getAsLong() - startNanos));
    }

    private void turn() {
        long passed = nanoClock.getAsLong() - windowStart;
        if (passed < WINDOW_NANOS) {
            return;
        }
        long[] oldest = previous;
        previous = current;
        current = oldest;
        Arrays.fill(current, 0);
        if (passed >= 2 * WINDOW_NANOS) {
            Arrays.fill(previous, 0);
        }
        windowStart += passed - passed % WINDOW_NANOS;
    }

    @Override
    public synchronized long getCount() {
        return total;
    }

    @Override
    public synchronized HistogramStatistics getStatistics() {
        turn();
        long[] counts = current.clone();
        for (int i = 0; i < counts.length; i++) {
            counts[i] += previous[i];
        }
        return new BucketStatistics(counts);
    }
}
