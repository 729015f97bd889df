package org.brisket.job.local;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Whether someone asked the process to end, with Ctrl-C for example. The end then waits until this
 * is closed, so that there is time for a summary and an orderly stop.
 */
final class StopSignal implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::ask, "local-stop");

    StopSignal() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void ask() {
        asked.countDown();
        try {
            done.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isAsked() {
        return asked.getCount() == 0;
    }

    /** Waits that long, or until someone asks. */
    void await(Duration longest) {
        try {
            asked.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            asked.countDown();
        }
    }

    @Override
    public void close() {
        done.countDown();
        if (!isAsked()) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
