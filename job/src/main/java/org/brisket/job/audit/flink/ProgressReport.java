package org.brisket.job.audit.flink;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.flink.core.execution.JobClient;
import org.brisket.job.audit.Counter;

/** Asks a running audit every few seconds how far it is. */
final class ProgressReport implements AutoCloseable {
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final ScheduledExecutorService timer;

    private ProgressReport(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    static ProgressReport start(JobClient job, Consumer<Map<Counter, Long>> progress) {
        ScheduledExecutorService timer =
                Executors.newSingleThreadScheduledExecutor(
                        task -> {
                            Thread thread = new Thread(task, "audit-progress");
                            thread.setDaemon(true);
                            return thread;
                        });
        // A job that ends meanwhile answers no more; the last word is the result's.
        timer.scheduleWithFixedDelay(
                () -> job.getAccumulators().thenAccept(a -> progress.accept(AuditRun.counts(a))),
                INTERVAL.toMillis(),
                INTERVAL.toMillis(),
                TimeUnit.MILLISECONDS);
        return new ProgressReport(timer);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
