package org.brisket.job.local;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.JobClient;
import org.brisket.job.config.BrisketConfig;
import org.brisket.job.failure.ExplainedFailure;
import org.brisket.job.topology.OverlayJob;
import org.brisket.operators.decision.Lineage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The overlay job on its embedded cluster, which ends with it. */
final class LocalJob implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalJob.class);
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long STATUS_SECONDS = 5;

    private final JobClient client;
    private final FlinkRest rest;
    private final DashboardPort dashboard;

    private LocalJob(JobClient client, DashboardPort dashboard) {
        this.client = client;
        this.dashboard = dashboard;
        this.rest = new FlinkRest(dashboard.url(), client.getJobID().toString());
    }

    /** Submits the job; it is not yet running when this returns. */
    static LocalJob submit(EmbeddedFlink flink, DashboardPort dashboard, BrisketConfig config)
            throws Exception {
        OverlayJob.requireReady(config);
        return new LocalJob(
                OverlayJob.submit(flink.environment(), config, Lineage.afresh()), dashboard);
    }

    FlinkRest rest() {
        return rest;
    }

    /** Waits until every step runs, which the first completed checkpoint proves. */
    void awaitRunning(StopSignal stop) {
        long deadline = System.nanoTime() + START.toNanos();
        while (rest.checkpoint().isEmpty() && !stop.isAsked()) {
            requireAlive();
            if (System.nanoTime() > deadline) {
                throw new ExplainedFailure(
                        "the job completed no checkpoint within %d s%s"
                                .formatted(START.toSeconds(), cause()));
            }
            stop.await(POLL);
        }
    }

    /**
     * @throws ExplainedFailure if the job has ended, which it never does by itself
     */
    void requireAlive() {
        JobStatus status = status();
        if (status.isGloballyTerminalState()) {
            throw new ExplainedFailure("the job ended, it is %s%s".formatted(status, cause()));
        }
    }

    /** The job's latest failure, as the end of a sentence; empty if there was none. */
    String cause() {
        return rest.failure().or(this::failureOfEndedJob).map(why -> ": " + why).orElse("");
    }

    private Optional<String> failureOfEndedJob() {
        if (status() != JobStatus.FAILED) {
            return Optional.empty();
        }
        try {
            client.getJobExecutionResult().get(STATUS_SECONDS, TimeUnit.SECONDS);
            return Optional.empty();
        } catch (ExecutionException e) {
            LOG.error("the job failed", e);
            Throwable deepest = e;
            while (deepest.getCause() != null) {
                deepest = deepest.getCause();
            }
            return Optional.of(deepest.toString());
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private JobStatus status() {
        try {
            return client.getJobStatus().get(STATUS_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            // The cluster is gone, and it goes only when its job has ended.
            LOG.warn("the cluster does not answer", e);
            return JobStatus.FAILED;
        } catch (TimeoutException e) {
            return JobStatus.RUNNING;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return JobStatus.RUNNING;
        }
    }

    /** Cancels the job and waits until its cluster is gone. */
    @Override
    public void close() {
        try {
            client.cancel().get(STOP.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("the job could not be cancelled", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        long deadline = System.nanoTime() + STOP.toNanos();
        while (!dashboard.isFree() && System.nanoTime() < deadline) {
            try {
                Thread.sleep(POLL.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
