package org.brisket.job.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.checkpoint.CheckpointStatsCounts;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.util.TestStreamEnvironment;
import org.brisket.job.config.BrisketConfig;
import org.brisket.job.topology.OverlayJob;
import org.brisket.operators.decision.Lineage;

/** The job on a task manager in this process, with RocksDB and incremental checkpoints. */
public final class OverlayMiniCluster implements AutoCloseable {
    private static final int PARALLELISM = 2;
    private static final int MAX_PARALLELISM = 3;
    private static final Duration SAVEPOINT_LIMIT = Duration.ofMinutes(2);

    private final MiniCluster cluster;
    private final BrisketConfig config;
    private final Path directory;
    private JobClient job;

    /** Which one runs the job: the cluster counts them from the first that it ever had. */
    private int taskManager;

    private OverlayMiniCluster(MiniCluster cluster, BrisketConfig config, Path directory) {
        this.cluster = cluster;
        this.config = config;
        this.directory = directory;
    }

    public static OverlayMiniCluster start(BrisketConfig config, Path directory) throws Exception {
        return start(config, directory, PARALLELISM);
    }

    static OverlayMiniCluster start(BrisketConfig config, Path directory, int parallelism)
            throws Exception {
        return start(config, directory, parallelism, Map.of());
    }

    /** With more of Flink's options. */
    static OverlayMiniCluster start(
            BrisketConfig config, Path directory, int parallelism, Map<String, String> options)
            throws Exception {
        OverlayMiniCluster overlay = empty(config, directory, options);
        overlay.submit(flinkConfiguration(directory), parallelism, Lineage.going());
        return overlay;
    }

    /** Starts the job from a savepoint. */
    static OverlayMiniCluster restore(
            BrisketConfig config, Path directory, String savepoint, int parallelism)
            throws Exception {
        OverlayMiniCluster overlay = empty(config, directory);
        overlay.restore(savepoint, parallelism);
        return overlay;
    }

    private static OverlayMiniCluster empty(BrisketConfig config, Path directory) throws Exception {
        return empty(config, directory, Map.of());
    }

    private static OverlayMiniCluster empty(
            BrisketConfig config, Path directory, Map<String, String> options) throws Exception {
        Configuration flink = flinkConfiguration(directory);
        options.forEach(flink::setString);
        MiniCluster cluster =
                new MiniCluster(
                        new MiniClusterConfiguration.Builder()
                                .setConfiguration(flink)
                                .setNumTaskManagers(1)
                                .setNumSlotsPerTaskManager(MAX_PARALLELISM)
                                .build());
        cluster.start();
        return new OverlayMiniCluster(cluster, config, directory);
    }

    private void submit(Configuration flink, int parallelism, Lineage lineage) throws Exception {
        StreamExecutionEnvironment env = new TestStreamEnvironment(cluster, parallelism);
        env.configure(flink, OverlayMiniCluster.class.getClassLoader());
        job = OverlayJob.submit(env, config, lineage);
    }

    /** Takes a savepoint while the job runs on; gives where it lies. */
    String savepoint(SavepointFormatType format) throws Exception {
        return job.triggerSavepoint(savepoints(), format)
                .get(SAVEPOINT_LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    /** Stops the job with a savepoint; gives where it lies. */
    public String stop() throws Exception {
        return job.stopWithSavepoint(false, savepoints(), SavepointFormatType.CANONICAL)
                .get(SAVEPOINT_LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    private String savepoints() {
        return directory.resolve("savepoints").toUri().toString();
    }

    /** Stops the job with a savepoint and starts it from there with another parallelism. */
    void rescale(int parallelism) throws Exception {
        restore(stop(), parallelism);
    }

    /** Starts the stopped job from a savepoint. */
    void restore(String savepoint, int parallelism) throws Exception {
        restore(savepoint, parallelism, Lineage.going());
    }

    /** As {@link #restore(String, int)}, for a job that may give up what came later. */
    void restore(String savepoint, int parallelism, Lineage lineage) throws Exception {
        Configuration flink = flinkConfiguration(directory);
        flink.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
        submit(flink, parallelism, lineage);
    }

    private static Configuration flinkConfiguration(Path directory) {
        Configuration flink = new Configuration();
        // Two clusters on one machine must not quarrel about the usual port.
        flink.set(RestOptions.BIND_PORT, "0");
        flink.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
        flink.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        flink.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        flink.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                directory.resolve("checkpoints").toUri().toString());
        flink.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(500));
        flink.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(256));
        flink.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, Duration.ofMillis(500));
        flink.set(HeartbeatManagerOptions.HEARTBEAT_TIMEOUT, Duration.ofSeconds(10));
        flink.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        flink.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 20);
        flink.set(
                RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(200));
        return flink;
    }

    /** Loses the task manager, which fails the job, and brings a new one up. */
    public void failOver() throws Exception {
        cluster.terminateTaskManager(taskManager++).get();
        cluster.startTaskManager();
    }

    /** Throws what ended the job. */
    void awaitEnd(Duration limit) throws Exception {
        job.getJobExecutionResult().get(limit.toSeconds(), TimeUnit.SECONDS);
    }

    JobStatus status() throws Exception {
        return job.getJobStatus().get();
    }

    /** How often the job was restarted. */
    public long restarts() throws Exception {
        return checkpoints().getNumberOfRestoredCheckpoints();
    }

    /** How many checkpoints the job completed. */
    public long completedCheckpoints() throws Exception {
        return checkpoints().getNumberOfCompletedCheckpoints();
    }

    private CheckpointStatsCounts checkpoints() throws Exception {
        return cluster.getExecutionGraph(job.getJobID())
                .get()
                .getCheckpointStatsSnapshot()
                .getCounts();
    }

    @Override
    public void close() throws IOException {
        try {
            if (!status().isGloballyTerminalState()) {
                job.cancel().get();
            }
            cluster.close();
        } catch (Exception e) {
            throw new IOException("the cluster does not stop", e);
        }
    }
}
