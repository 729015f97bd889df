package org.brisket.job.topology;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.brisket.connectors.kafka.KafkaPreflight;
import org.brisket.job.config.BrisketConfig;
import org.brisket.job.config.binding.InvalidConfigException;
import org.brisket.operators.decision.Lineage;
import org.brisket.protocol.overlay.BasketManagers;
import org.brisket.protocol.overlay.TopicManagers;
import org.rocksdb.CompressionType;

/** From a configuration to a running job. */
public final class OverlayJob {
    public static final String NAME = "Brisket overlay";

    /** State is spread over this many key groups; savepoints depend on it, so it never changes. */
    public static final int MAX_PARALLELISM = 720;

    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(10);

    /** What is written at each checkpoint is soon written again; hashes do not compress. */
    private static final List<CompressionType> COMPRESSION =
            List.of(
                    CompressionType.NO_COMPRESSION,
                    CompressionType.NO_COMPRESSION,
                    CompressionType.SNAPPY_COMPRESSION);

    private OverlayJob() {}

    /** Builds the job in an environment and submits it. */
    public static JobClient submit(
            StreamExecutionEnvironment env, BrisketConfig config, Lineage lineage)
            throws Exception {
        build(env, config, lineage);
        return env.executeAsync(NAME);
    }

    /** Puts the job's graph into an environment. */
    public static void build(
            StreamExecutionEnvironment env, BrisketConfig config, Lineage lineage) {
        configure(env);
        ConnectorSettings connectors = new ConnectorSettings(config);
        new OverlayTopology(connectors.topologySettings(lineage), connectors.ports()).build(env);
    }

    /** Everything that can be known to be wrong before anything starts, all at once. */
    public static void requireReady(BrisketConfig config) {
        List<String> problems = pluginProblems(config);
        problems.addAll(brokerProblems(config));
        if (!problems.isEmpty()) {
            throw new InvalidConfigException(problems);
        }
    }

    /** That the broker cannot be reached, or that it has not what the job needs. */
    public static List<String> brokerProblems(BrisketConfig config) {
        ConnectorSettings connectors = new ConnectorSettings(config);
        return KafkaPreflight.check(connectors.kafka(), connectors.topics());
    }

    /** Topics and baskets that no plug-in knows, and plug-ins that quarrel about one. */
    public static List<String> pluginProblems(BrisketConfig config) {
        ClassLoader plugIns = Thread.currentThread().getContextClassLoader();
        List<String> problems = new ArrayList<>();
        problems.addAll(
                problems(
                        () ->
                                TopicManagers.discover(plugIns)
                                        .problems(config.topicManager().topics())));
        problems.addAll(
                problems(
                        () ->
                                BasketManagers.discover(plugIns)
                                        .problems(config.basketManager().managers())));
        return problems;
    }

    private static List<String> problems(Supplier<List<String>> discovery) {
        try {
            return discovery.get();
        } catch (IllegalArgumentException doubled) {
            return List.of(doubled.getMessage());
        }
    }

    /** Settings that are part of the job's correctness, and defaults for what was left open. */
    private static void configure(StreamExecutionEnvironment env) {
        ReadableConfig given = env.getConfiguration();
        Configuration ours = new Configuration();
        ours.set(PipelineOptions.GENERIC_TYPES, false);
        ours.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        ours.set(PipelineOptions.MAX_PARALLELISM, MAX_PARALLELISM);
        ours.set(PipelineOptions.OBJECT_REUSE, true);
        if (given.getOptional(CheckpointingOptions.CHECKPOINTING_INTERVAL).isEmpty()) {
            ours.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINT_INTERVAL);
        }
        if (given.getOptional(StateBackendOptions.STATE_BACKEND).isEmpty()) {
            ours.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
            ours.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        }
        putUnlessGiven(RocksDBConfigurableOptions.USE_BLOOM_FILTER, true, given, ours);
        putUnlessGiven(RocksDBConfigurableOptions.COMPRESSION_PER_LEVEL, COMPRESSION, given, ours);
        env.configure(ours, Thread.currentThread().getContextClassLoader());
    }

    private static <T> void putUnlessGiven(
            ConfigOption<T> option, T value, ReadableConfig given, Configuration ours) {
        if (given.getOptional(option).isEmpty()) {
            ours.set(option, value);
        }
    }
}
