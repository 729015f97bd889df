package org.brisket.job.local.view;

import java.util.ArrayDeque;
import java.util.Deque;

/** How fast a count grows, over the last few seconds. */
public final class RateMeter {
    private static final long WINDOW_NANOS = 5_000_000_000L;

    private record Sample(long nanos, long count) {}

    private final Deque<Sample> samples = new ArrayDeque<>();

    /** Notes the count at a time ({@link System#nanoTime}) and gives its growth per second. */
    public double at(long nanos, long count) {
        samples.addLast(new Sample(nanos, count));
        while (samples.size() > 2 && nanos - samples.peekFirst().nanos() > WINDOW_NANOS) {
            samples.removeFirst();
        }
        Sample first = samples.peekFirst();
        return nanos == first.nanos() ? 0 : (count - first.count()) * 1e9 / (nanos - first.nanos());
    }
}
