package org.brisket.job.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;

/** The configuration of a small cluster on the loopback interface, as the files Flink reads. */
final class ClusterConfiguration {
    /** Each task manager could run the whole job: when one is lost, the other takes over. */
    static final int PARALLELISM = 2;

    private static final String LOOPBACK = "127.0.0.1";
    private static final String LOG4J =
            """
            rootLogger.level = INFO
            rootLogger.appenderRef.file.ref = file
            appender.file.type = File
            appender.file.name = file
            appender.file.fileName = ${sys:log.file}
            appender.file.layout.type = PatternLayout
            appender.file.layout.pattern = %d{HH:mm:ss,SSS} %-5p %c{1} - %m%n
            logger.metricgroup.name = org.apache.flink.metrics.MetricGroup
            logger.metricgroup.level = ERROR
            logger.kafka.name = org.apache.kafka
            logger.kafka.level = WARN
            """;

    private final Path directory;
    private final Configuration flink = new Configuration();

    /**
     * @param directory where Flink keeps its configuration, checkpoints and temporary files
     */
    ClusterConfiguration(Path directory) throws IOException {
        this.directory = directory.toAbsolutePath();
        addresses();
        resources();
        state();
        failures();
    }

    /** Writes the files, and says in which directory they are. */
    Path write() throws IOException {
        Files.createDirectories(temporary());
        Path files = Files.createDirectories(directory.resolve("conf"));
        String yaml =
                flink.toMap().entrySet().stream()
                        .map(entry -> entry.getKey() + ": '" + entry.getValue() + "'\n")
                        .collect(Collectors.joining());
        Files.writeString(files.resolve("config.yaml"), yaml);
        Files.writeString(files.resolve("log4j2.properties"), LOG4J);
        return files;
    }

    Configuration flink() {
        return flink;
    }

    /** Where the processes unpack what they need: a killed one cannot tidy up. */
    Path temporary() {
        return directory.resolve("tmp");
    }

    String savepoints() {
        return directory.resolve("savepoints").toUri().toString();
    }

    String restAddress() {
        return "http://" + LOOPBACK + ":" + flink.get(RestOptions.PORT);
    }

    private void addresses() throws IOException {
        InetAddress loopback = InetAddress.getByName(LOOPBACK);
        try (ServerSocket rpc = new ServerSocket(0, 1, loopback);
                ServerSocket rest = new ServerSocket(0, 1, loopback)) {
            flink.set(JobManagerOptions.PORT, rpc.getLocalPort());
            flink.set(RestOptions.PORT, rest.getLocalPort());
        }
        flink.set(JobManagerOptions.ADDRESS, LOOPBACK);
        flink.set(JobManagerOptions.BIND_HOST, LOOPBACK);
        flink.set(TaskManagerOptions.HOST, LOOPBACK);
        flink.set(TaskManagerOptions.BIND_HOST, LOOPBACK);
        flink.set(RestOptions.ADDRESS, LOOPBACK);
        flink.set(RestOptions.BIND_ADDRESS, LOOPBACK);
        flink.set(WebOptions.REFRESH_INTERVAL, Duration.ofMillis(250));
    }

    private void resources() {
        flink.set(TaskManagerOptions.TOTAL_PROCESS_MEMORY, MemorySize.ofMebiBytes(1_200));
        flink.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(128));
        flink.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(64));
        flink.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(64));
        flink.set(TaskManagerOptions.NUM_TASK_SLOTS, PARALLELISM);
        flink.set(
                TaskManagerOptions.TASK_MANAGER_LOAD_BALANCE_MODE,
                TaskManagerOptions.TaskManagerLoadBalanceMode.SLOTS);
        flink.set(CoreOptions.DEFAULT_PARALLELISM, PARALLELISM);
        flink.set(
                CoreOptions.ALWAYS_PARENT_FIRST_LOADER_PATTERNS_ADDITIONAL,
                List.of("fr.acinq.secp256k1", "kotlin"));
    }

    private void state() {
        flink.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
        flink.set(RocksDBConfigurableOptions.LOG_DIR, temporary().toString());
        flink.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        flink.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(500));
        flink.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                directory.resolve("checkpoints").toUri().toString());
    }

    private void failures() {
        flink.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, Duration.ofSeconds(1));
        flink.set(HeartbeatManagerOptions.HEARTBEAT_TIMEOUT, Duration.ofSeconds(8));
        flink.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        flink.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 100);
        flink.set(
                RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(500));
    }
}
