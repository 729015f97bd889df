package org.brisket.job.audit.flink;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.brisket.job.audit.AuditRecord;
import org.brisket.job.audit.AuditResult;
import org.brisket.job.audit.Counter;
import org.brisket.job.audit.Finding;
import org.brisket.job.audit.log.LogPart;
import org.brisket.job.failure.ExplainedFailure;

/** One audit from its inputs to its result, on a Flink cluster that lives as long as it. */
public final class AuditRun {
    private static final int MAX_PARALLELISM = 4;
    private static final int MAX_CAUSES = 20;
    private static final MemorySize MANAGED_MEMORY = MemorySize.ofMebiBytes(512);
    private static final MemorySize NETWORK_MEMORY = MemorySize.ofMebiBytes(128);

    private final String savepoint;
    private final List<LogPart> log;
    private final int findingLimit;

    /**
     * @param savepoint the URI of a savepoint or a retained checkpoint
     * @param log the parts of the change log; none if the state alone is audited
     * @param findingLimit how many findings to keep
     */
    public AuditRun(String savepoint, List<LogPart> log, int findingLimit) {
        this.savepoint = savepoint;
        this.log = List.copyOf(log);
        this.findingLimit = findingLimit;
    }

    /**
     * Runs the audit and waits for its end.
     *
     * @param progress hears now and then what was looked at so far
     * @throws ExplainedFailure if the savepoint or the log cannot be read
     */
    public AuditResult run(Consumer<Map<Counter, Long>> progress) {
        try (ScratchDirectory directory = ScratchDirectory.create()) {
            StreamExecutionEnvironment env =
                    StreamExecutionEnvironment.createLocalEnvironment(
                            configuration(directory.path()));
            return run(findings(env, directory.path()), env, progress);
        }
    }

    private DataStream<AuditRecord> findings(StreamExecutionEnvironment env, String directory) {
        try {
            return new SavepointAudit(env, savepoint, directory).findings(log);
        } catch (IOException | IllegalArgumentException e) {
            throw new ExplainedFailure(
                    savepoint + " is no savepoint of this job: " + e.getMessage(), e);
        } catch (NoClassDefFoundError e) {
            throw new ExplainedFailure(
                    "Flink's flink-state-processor-api is not on the class path; ./brisket has it",
                    e);
        }
    }

    private AuditResult run(
            DataStream<AuditRecord> findings,
            StreamExecutionEnvironment env,
            Consumer<Map<Counter, Long>> progress) {
        AuditResult.Collector collector = new AuditResult.Collector(findingLimit);
        try {
            CloseableIterator<AuditRecord> found = findings.collectAsync();
            JobClient job = env.executeAsync("Brisket audit");
            ProgressReport reports = ProgressReport.start(job, progress);
            try {
                found.forEachRemaining(record -> collector.add((Finding) record));
            } finally {
                reports.close();
                found.close();
            }
            return collector.result(
                    counts(job.getJobExecutionResult().get().getAllAccumulatorResults()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExplainedFailure("interrupted", e);
        } catch (Exception e) {
            throw new IllegalStateException("the audit's job failed: " + root(e), e);
        }
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        for (int i = 0; i < MAX_CAUSES && root.getCause() != null; i++) {
            root = root.getCause();
        }
        return root;
    }

    static Map<Counter, Long> counts(Map<String, Object> accumulators) {
        Map<Counter, Long> counts = new EnumMap<>(Counter.class);
        for (Counter counter : Counter.values()) {
            counts.put(counter, (Long) accumulators.getOrDefault(counter.name(), 0L));
        }
        return counts;
    }

    private static Configuration configuration(String directory) {
        int parallelism = Math.min(MAX_PARALLELISM, Runtime.getRuntime().availableProcessors());
        Configuration configuration = new Configuration();
        // Sorted inputs are what the audit's operators rely on.
        configuration.set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.BATCH);
        configuration.set(ExecutionOptions.SORT_INPUTS, true);
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        configuration.set(CoreOptions.DEFAULT_PARALLELISM, parallelism);
        configuration.set(CoreOptions.TMP_DIRS, directory);
        configuration.set(TaskManagerOptions.NUM_TASK_SLOTS, parallelism);
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MANAGED_MEMORY);
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, NETWORK_MEMORY);
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, NETWORK_MEMORY);
        return configuration;
    }
}
