package org.brisket.job.local.traffic;

/**
 * How often each latency was measured, to the millisecond up to ten minutes; what is longer counts
 * as ten minutes. Not thread-safe.
 */
public final class LatencyHistogram {
    private static final int LONGEST_MILLIS = 600_000;

    private final long[] counts = new long[LONGEST_MILLIS + 1];
    private long total;

    public void add(long millis) {
        counts[(int) Math.max(0, Math.min(millis, LONGEST_MILLIS))]++;
        total++;
    }

    public long count() {
        return total;
    }

    /**
     * The smallest latency in milliseconds that at least this share (above 0, at most 1) of all
     * measurements do not exceed; 0 if nothing was measured.
     */
    public long percentile(double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalStateException("a percentile of " + share);
        }
        long wanted = (long) Math.ceil(share * total);
        long seen = 0;
        for (int millis = 0; millis <= LONGEST_MILLIS && total > 0; millis++) {
            seen += counts[millis];
            if (seen >= wanted) {
                return millis;
            }
        }
        return 0;
    }
}
