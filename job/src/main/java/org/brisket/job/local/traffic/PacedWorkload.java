package org.brisket.job.local.traffic;

import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.brisket.simulator.workload.PlannedSubmission;

/**
 * A thread that sends a workload at a steady rate: the n-th submission when it is due, or at once
 * if it is late, so that pauses are made up for.
 */
public final class PacedWorkload implements AutoCloseable {
    private static final double NANOS_PER_SECOND = 1e9;

    private final Iterator<PlannedSubmission> planned;
    private final SubmissionSender sender;
    private final double perSecond;
    private final Optional<Duration> longest;
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
    private final Thread thread;
    private volatile boolean stopping;

    /**
     * Starts to send.
     *
     * @param perSecond 0 for as fast as possible
     * @param longest when to stop even if the workload goes on
     */
    public PacedWorkload(
            Iterator<PlannedSubmission> planned,
            SubmissionSender sender,
            double perSecond,
            Optional<Duration> longest) {
        this.planned = planned;
        this.sender = sender;
        this.perSecond = perSecond;
        this.longest = longest;
        this.thread = new Thread(this::run, "local-workload");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            sendAll(System.nanoTime());
            sender.flush();
        } catch (RuntimeException e) {
            failure.set(e);
        }
    }

    private void sendAll(long begin) {
        long end = longest.map(limit -> begin + limit.toNanos()).orElse(Long.MAX_VALUE);
        for (long number = 0; planned.hasNext(); number++) {
            PlannedSubmission next = planned.next();
            if (perSecond > 0) {
                awaitTime(begin + (long) (number * NANOS_PER_SECOND / perSecond));
            }
            if (stopping || System.nanoTime() > end) {
                return;
            }
            sender.send(next);
        }
    }

    private void awaitTime(long due) {
        for (long left = due - System.nanoTime();
                left > 0 && !stopping;
                left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /**
     * Whether everything was sent.
     *
     * @throws org.brisket.job.failure.ExplainedFailure if the broker refused something
     */
    public boolean isDone() {
        RuntimeException refusal = failure.get();
        if (refusal != null) {
            throw refusal;
        }
        return !thread.isAlive();
    }

    /** Sends nothing more. */
    @Override
    public void close() {
        stopping = true;
        LockSupport.unpark(thread);
        try {
            thread.join(Duration.ofMinutes(1).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
