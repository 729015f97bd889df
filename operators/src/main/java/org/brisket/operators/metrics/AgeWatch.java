package org.brisket.operators.metrics;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * What waits in a step and since when, so that the age of the oldest can be told without a look at
 * the state. It holds so many and no more: what comes while it is full is not watched, and what
 * waited before a restart is not known. Safe for concurrent use.
 */
public final class AgeWatch<K> {
    /** How many a step watches. */
    public static final int CAPACITY = 10_000;

    private final int capacity;
    private final Map<K, Long> since = new HashMap<>();

    public AgeWatch(int capacity) {
        this.capacity = capacity;
    }

    /** Waits since that instant, in milliseconds, or since an earlier one that is known. */
    public synchronized void begin(K key, long millis) {
        if (since.size() < capacity || since.containsKey(key)) {
            since.merge(key, millis, Math::min);
        }
    }

    /** Waits no more; gives since when it did, if it was watched. */
    public synchronized OptionalLong end(K key) {
        Long millis = since.remove(key);
        return millis == null ? OptionalLong.empty() : OptionalLong.of(millis);
    }

    public synchronized int size() {
        return since.size();
    }

    /** The age of the oldest at an instant, 0 if nothing waits. */
    public synchronized long oldestSeconds(long nowMillis) {
        long oldest = nowMillis;
        for (long millis : since.values()) {
            oldest = Math.min(oldest, millis);
        }
        return TimeUnit.MILLISECONDS.toSeconds(nowMillis - oldest);
    }

    /** Registers how many wait and how old the oldest is. */
    public void register(StepMetrics metrics, Metric count, Metric oldestSeconds) {
        metrics.gauge(count, this::size);
        metrics.gauge(oldestSeconds, () -> oldestSeconds(System.currentTimeMillis()));
    }
}
