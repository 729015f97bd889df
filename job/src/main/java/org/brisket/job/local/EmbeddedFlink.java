package org.brisket.job.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A Flink cluster in this process: RocksDB, incremental checkpoints on disk, exactly once, and the
 * web dashboard on the loopback interface.
 */
public final class EmbeddedFlink {
    private static final MemorySize ROCKSDB_MEMORY = MemorySize.ofMebiBytes(256);
    private static final MemorySize NETWORK_MEMORY = MemorySize.ofMebiBytes(128);

    private static final Duration REST_CACHE = Duration.ofMillis(500);

    private final Configuration configuration = new Configuration();

    /**
     * @param files where checkpoints and temporary files lie
     */
    public EmbeddedFlink(
            DashboardPort dashboard, Path files, int parallelism, Duration checkpointInterval) {
        configuration.set(RestOptions.PORT, dashboard.number());
        configuration.set(RestOptions.ADDRESS, "localhost");
        configuration.set(RestOptions.BIND_ADDRESS, "localhost");
        // What REST tells is cached for so long; the live view asks once a second.
        configuration.set(WebOptions.REFRESH_INTERVAL, REST_CACHE);
        configuration.set(MetricOptions.METRIC_FETCHER_UPDATE_INTERVAL, REST_CACHE);
        configuration.set(CoreOptions.DEFAULT_PARALLELISM, parallelism);
        configuration.set(CoreOptions.TMP_DIRS, files.resolve("tmp").toString());
        configuration.set(TaskManagerOptions.NUM_TASK_SLOTS, parallelism);
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, ROCKSDB_MEMORY);
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, NETWORK_MEMORY);
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, NETWORK_MEMORY);
        configuration.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
        configuration.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpointInterval);
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                files.resolve("checkpoints").toUri().toString());
    }

    /** More Flink options, by their keys. */
    public EmbeddedFlink with(Map<String, String> options) {
        options.forEach(configuration::setString);
        return this;
    }

    /** Serves Flink's metrics for Prometheus. */
    public EmbeddedFlink withPrometheus(Optional<Integer> port) {
        return port.isEmpty()
                ? this
                : with(
                        Map.of(
                                "metrics.reporter.prom.factory.class",
                                "org.apache.flink.metrics.prometheus.PrometheusReporterFactory",
                                "metrics.reporter.prom.port",
                                port.get().toString()));
    }

    /** The environment whose jobs run here; a cluster starts with each of them. */
    public StreamExecutionEnvironment environment() {
        return StreamExecutionEnvironment.createLocalEnvironment(configuration);
    }
}
