package org.brisket.job.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessSpec;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.flink.runtime.util.config.memory.ProcessMemoryUtils;
import org.brisket.job.e2e.Await;

/**
 * A standalone Flink cluster of separate processes, started from Flink's jars as Maven resolved
 * them: a job manager and task managers that can be killed.
 */
final class StandaloneCluster implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(2);

    /** These processes live for a minute and share few cores: no time is better spent in C2. */
    private static final List<String> SHORT_LIVED =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final String ENTRY = "org.apache.flink.runtime.";

    private final Packaged packaged;
    private final ClusterConfiguration configuration;
    private final Path configurationFiles;
    private final Path logs;
    private final ClusterRest rest;
    private final List<FlinkProcess> processes = new ArrayList<>();
    private int taskManagersStarted;

    private StandaloneCluster(Packaged packaged, Path directory, Path logs) throws IOException {
        this.packaged = packaged;
        this.configuration = new ClusterConfiguration(directory);
        this.configurationFiles = configuration.write();
        this.logs = logs;
        this.rest = new ClusterRest(configuration.restAddress());
    }

    /**
     * Starts a job manager and some task managers, and waits until they know of each other.
     *
     * @param directory for Flink's state; removed by whoever gave it
     * @param logs for what the processes say, which is worth keeping
     */
    static StandaloneCluster start(Packaged packaged, Path directory, Path logs, int taskManagers)
            throws Exception {
        StandaloneCluster cluster = new StandaloneCluster(packaged, directory, logs);
        try {
            cluster.startJobManager();
            for (int i = 0; i < taskManagers; i++) {
                cluster.startTaskManager();
            }
            cluster.awaitTaskManagers(taskManagers);
            return cluster;
        } catch (Exception | AssertionError e) {
            e.addSuppressed(new AssertionError(cluster.logTails()));
            cluster.close();
            throw e;
        }
    }

    private void startJobManager() throws IOException {
        launch(
                "job-manager",
                List.of("-Xmx512m", "-XX:MaxMetaspaceSize=192m"),
                ENTRY + "entrypoint.StandaloneSessionClusterEntrypoint",
                List.of());
    }

    /** Starts one more task manager, which registers when it is up, and says its name. */
    String startTaskManager() throws IOException {
        String name = "task-manager-" + ++taskManagersStarted;
        TaskExecutorProcessSpec memory =
                TaskExecutorProcessUtils.processSpecFromConfig(configuration.flink());
        List<String> arguments = words(TaskExecutorProcessUtils.generateDynamicConfigsStr(memory));
        arguments.addAll(List.of("-D", "taskmanager.resource-id=" + name));
        launch(
                name,
                words(ProcessMemoryUtils.generateJvmParametersStr(memory)),
                ENTRY + "taskexecutor.TaskManagerRunner",
                arguments);
        return name;
    }

    private static List<String> words(String options) {
        return new ArrayList<>(List.of(options.trim().split("\\s+")));
    }

    private void launch(String name, List<String> jvm, String mainClass, List<String> arguments)
            throws IOException {
        List<String> java = new ArrayList<>();
        java.add("@" + packaged.jvmOptions());
        java.addAll(jvm);
        java.addAll(SHORT_LIVED);
        java.add("-Djava.io.tmpdir=" + configuration.temporary());
        java.add(
                "-Dlog4j2.configurationFile="
                        + configurationFiles.resolve("log4j2.properties").toUri());
        java.addAll(List.of("-cp", packaged.flinkLibrary() + File.separator + "*", mainClass));
        java.addAll(List.of("--configDir", configurationFiles.toString()));
        java.addAll(arguments);
        processes.add(FlinkProcess.start(name, logs, java));
    }

    /** Kills a task manager with SIGKILL. */
    void killTaskManager(String name) {
        processes.stream()
                .filter(process -> process.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no process " + name))
                .kill();
    }

    /** Waits until so many task managers have registered. */
    void awaitTaskManagers(int count) throws Exception {
        Await.until(count + " task managers", START, () -> rest.taskManagers() == count);
    }

    /** Waits until no slot holds a task any more, so that the next job is spread evenly. */
    void awaitIdle() throws Exception {
        Await.until(
                "all slots to be free",
                START,
                () -> rest.freeSlots() == rest.taskManagers() * ClusterConfiguration.PARALLELISM);
    }

    /** Runs the job jar with these arguments, from a savepoint if one is given. */
    ClusterJob submitJob(List<String> arguments, Optional<String> savepoint)
            throws IOException, InterruptedException {
        String jar = rest.upload(packaged.jobJar());
        Map<String, Object> request = new HashMap<>();
        request.put("programArgsList", arguments);
        // Who runs a jar by REST without naming a parallelism gets 1, whatever Flink's default is.
        request.put("parallelism", ClusterConfiguration.PARALLELISM);
        savepoint.ifPresent(path -> request.put("savepointPath", path));
        return new ClusterJob(
                rest, rest.post("/jars/" + jar + "/run", request).path("jobid").asText());
    }

    String savepoints() {
        return configuration.savepoints();
    }

    /** Every task manager that ever was, also those that were killed. */
    List<FlinkProcess> taskManagers() {
        return processes.stream()
                .filter(process -> process.name().startsWith("task-manager"))
                .toList();
    }

    /** The end of what every process said. */
    String logTails() {
        return processes.stream().map(FlinkProcess::tail).collect(Collectors.joining());
    }

    @Override
    public void close() {
        processes.forEach(FlinkProcess::kill);
    }
}
