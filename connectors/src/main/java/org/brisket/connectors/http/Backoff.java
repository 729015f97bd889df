package org.brisket.connectors.http;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The pause before another attempt: doubling from the first to a longest one, and shortened by up
 * to half at random so that callers who failed together do not come back together.
 */
public record Backoff(Duration first, Duration longest) {
    private static final int MAX_DOUBLINGS = 30;

    /**
     * @param failures how many attempts have failed, at least one
     */
    public Duration pauseAfter(int failures) {
        long doubled = first.toMillis() << Math.min(failures - 1, MAX_DOUBLINGS);
        long pause = Math.max(1, Math.min(doubled, longest.toMillis()));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong((pause + 1) / 2, pause + 1));
    }
}
