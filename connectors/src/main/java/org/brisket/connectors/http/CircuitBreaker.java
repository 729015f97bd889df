package org.brisket.connectors.http;

import java.util.function.LongSupplier;

/**
 * Keeps requests from a service that fails all the time. After some failures in a row it opens;
 * when its pause is over, one request may try, and closes it or opens it for a longer pause. Safe
 * for concurrent use.
 */
public final class CircuitBreaker {
    private final int failuresToOpen;
    private final Backoff pauses;
    private final LongSupplier nanoClock;

    private int failures;
    private int openings;
    private long retryAt;
    private boolean trialUnderWay;

    /**
     * @param failuresToOpen in a row, 1 or more
     * @param pauses by how often it has opened since the last success
     * @param nanoClock such as {@link System#nanoTime}
     */
    public CircuitBreaker(int failuresToOpen, Backoff pauses, LongSupplier nanoClock) {
        if (failuresToOpen < 1) {
            throw new IllegalStateException(
                    "a circuit breaker that opens after " + failuresToOpen + " failures");
        }
        this.failuresToOpen = failuresToOpen;
        this.pauses = pauses;
        this.nanoClock = nanoClock;
    }

    /** One that never opens. */
    static CircuitBreaker never() {
        return new CircuitBreaker(Integer.MAX_VALUE, null, () -> 0);
    }

    /** Whether to send a request now; whoever was told so reports its outcome afterwards. */
    synchronized boolean mayCall() {
        if (openings == 0) {
            return true;
        }
        if (trialUnderWay || nanoClock.getAsLong() - retryAt < 0) {
            return false;
        }
        trialUnderWay = true;
        return true;
    }

    /** Takes in how a request ended. */
    synchronized void observe(boolean success) {
        trialUnderWay = false;
        if (success) {
            failures = 0;
            openings = 0;
            return;
        }
        failures = Math.min(failures, failuresToOpen - 1) + 1;
        if (failures == failuresToOpen) {
            open();
        }
    }

    /** Requests that were sent before it opened and fail now must not lengthen the pause. */
    private void open() {
        long now = nanoClock.getAsLong();
        if (openings == 0 || now - retryAt >= 0) {
            openings++;
            retryAt = now + pauses.pauseAfter(openings).toNanos();
        }
    }

    /** True from the failure that opens it to the next success. */
    public synchronized boolean isOpen() {
        return openings > 0;
    }
}
