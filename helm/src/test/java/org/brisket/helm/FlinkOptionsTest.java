package org.brisket.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.flink.configuration.BlobServerOptions;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.NettyShuffleEnvironmentOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Flink knows every option that the chart gives, and takes its value. */
final class FlinkOptionsTest {
    /** Options of Flink's plug-ins and of the operator, which are not on the class path. */
    private static final Set<String> ELSEWHERE =
            Set.of("kubernetes.", "job.autoscaler.", "metrics.reporter.prom.", "s3.");

    private static final Path JVM_OPTIONS = Path.of("../job/src/main/dist/jvm-options");

    @ParameterizedTest
    @MethodSource("org.brisket.helm.ManifestSchemaTest#scenarios")
    void everyOptionIsKnownAndReadable(Path values) throws IllegalAccessException {
        Map<String, ConfigOption<?>> known = knownOptions();
        Map<String, String> given = Chart.render(values).flinkOptions();
        Configuration configuration = Configuration.fromMap(given);

        assertThat(given).hasSizeGreaterThan(30);
        given.keySet().stream()
                .filter(key -> ELSEWHERE.stream().noneMatch(key::startsWith))
                .forEach(
                        key -> {
                            assertThat(known.keySet()).contains(key);
                            assertThat((Object) configuration.get(known.get(key))).isNotNull();
                        });
    }

    @Test
    void correctnessIsFixed() {
        assertThat(Chart.render(Chart.MINIMAL).flinkOptions())
                .containsEntry("pipeline.max-parallelism", "720")
                .containsEntry("pipeline.generic-types", "false")
                .containsEntry("execution.checkpointing.mode", "EXACTLY_ONCE")
                .containsEntry("execution.checkpointing.interval", "10 s")
                .containsEntry("state.backend.type", "rocksdb")
                .containsEntry("execution.checkpointing.incremental", "true")
                .containsEntry("high-availability.type", "kubernetes")
                .containsEntry("web.submit.enable", "false")
                .containsEntry("web.cancel.enable", "false");
    }

    @Test
    void stateIsKeptWhereTheValuesSay() {
        assertThat(Chart.render(Chart.MINIMAL).flinkOptions())
                .containsEntry("execution.checkpointing.dir", "s3://overlay/brisket/checkpoints")
                .containsEntry("high-availability.storageDir", "s3://overlay/brisket/ha");
        assertThat(Chart.render(Chart.STANDALONE).flinkOptions())
                .containsEntry(
                        "execution.checkpointing.dir", "file:///opt/flink/state/checkpoints");
    }

    @Test
    void defaultsGiveWayToTheValues() {
        assertThat(
                        Chart.render(
                                        Chart.MINIMAL,
                                        "flink.configuration.restart-strategy\\.type=fixed-delay")
                                .flinkOptions())
                .containsEntry("restart-strategy.type", "fixed-delay");
    }

    @Test
    void passesWhatTheJobsOwnLauncherPasses() throws IOException {
        String[] launcher =
                Files.readAllLines(JVM_OPTIONS).stream()
                        .filter(line -> !line.startsWith("#"))
                        .toArray(String[]::new);

        assertThat(Chart.render(Chart.MINIMAL).flinkOptions().get("env.java.opts.all").split(" "))
                .containsExactly(launcher);
    }

    private static Map<String, ConfigOption<?>> knownOptions() throws IllegalAccessException {
        Map<String, ConfigOption<?>> options = new LinkedHashMap<>();
        for (Class<?> holder :
                Set.of(
                        BlobServerOptions.class,
                        CheckpointingOptions.class,
                        CoreOptions.class,
                        DeploymentOptions.class,
                        HighAvailabilityOptions.class,
                        JobManagerOptions.class,
                        MetricOptions.class,
                        NettyShuffleEnvironmentOptions.class,
                        PipelineOptions.class,
                        RestOptions.class,
                        RestartStrategyOptions.class,
                        StateBackendOptions.class,
                        TaskManagerOptions.class,
                        WebOptions.class)) {
            for (Field field : holder.getFields()) {
                if (Modifier.isStatic(field.getModifiers())
                        && field.get(null) instanceof ConfigOption<?> option) {
                    options.put(option.key(), option);
                }
            }
        }
        return options;
    }
}
