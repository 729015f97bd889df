package org.brisket.job.e2e;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for what another process does, with a deadline. */
public final class Await {
    private Await() {}

    public static void until(String what, Duration limit, Callable<Boolean> condition)
            throws Exception {
        until(what, limit, condition, () -> "");
    }

    /** As above; on failure the evidence says how far things got. */
    public static void until(
            String what, Duration limit, Callable<Boolean> condition, Callable<String> evidence)
            throws Exception {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(
                        "waited " + limit.toSeconds() + " s for " + what + evidence.call());
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }
}
