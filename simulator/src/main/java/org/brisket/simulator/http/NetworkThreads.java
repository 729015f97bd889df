package org.brisket.simulator.http;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads that answer requests, and the clock for what has to wait. */
final class NetworkThreads implements AutoCloseable {
    static final int QUEUE = 4_096;
    private static final int THREADS = 16;

    final ThreadPoolExecutor workers =
            new ThreadPoolExecutor(
                    THREADS,
                    THREADS,
                    1,
                    TimeUnit.MINUTES,
                    new ArrayBlockingQueue<>(QUEUE),
                    runnable -> daemon(runnable, "simulated-network"),
                    new ThreadPoolExecutor.CallerRunsPolicy());

    /** What is still to wait when the network is closed is dropped. */
    final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(
                    2,
                    runnable -> daemon(runnable, "simulated-network-timer"),
                    new ThreadPoolExecutor.DiscardPolicy());

    private static Thread daemon(Runnable runnable, String name) {
        Thread thread = new Thread(runnable, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        timer.shutdownNow();
        workers.shutdownNow();
    }
}
