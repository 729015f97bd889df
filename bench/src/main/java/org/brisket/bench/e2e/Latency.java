package org.brisket.bench.e2e;

import java.util.Arrays;

/** From when a submission was due to be sent to its visible result, under a steady load. */
record Latency(double perSecond, double p50, double p99) {
    private static final double SETTLING = 0.2;

    /** The first ones are left out: until then the load is not steady. */
    static Latency of(double perSecond, long[] nanos) {
        long[] steady = Arrays.copyOfRange(nanos, (int) (nanos.length * SETTLING), nanos.length);
        Arrays.sort(steady);
        return new Latency(perSecond, quantile(steady, 0.5), quantile(steady, 0.99));
    }

    private static double quantile(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e9;
    }
}
