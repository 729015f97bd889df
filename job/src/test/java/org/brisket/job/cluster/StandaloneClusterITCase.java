package org.brisket.job.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.brisket.job.e2e.Await;
import org.brisket.job.e2e.Outcome;
import org.brisket.job.e2e.SimulatedWorld;
import org.brisket.simulator.workload.PlannedSubmission;
import org.brisket.simulator.workload.Workload;
import org.brisket.simulator.workload.WorkloadOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shipped job jar on a cluster of processes: task managers are killed with SIGKILL while
 * results flow, then the job is stopped and resumed in the processes that are left, and everything
 * is read back committed.
 */
class StandaloneClusterITCase {
    private static final Logger LOG = LoggerFactory.getLogger(StandaloneClusterITCase.class);
    private static final int SUBMISSIONS = 6_000;
    private static final int KILLS = 2;
    private static final int SHARE = SUBMISSIONS / (KILLS + 2);
    private static final long SEED = 9;
    private static final Duration LIMIT = Duration.ofMinutes(4);

    /**
     * One class of the library, and one of the job that uses it, as the list of classes has them.
     */
    private static final String NATIVE = "fr.acinq.secp256k1.NativeSecp256k1 ";

    private static final String USER = "org.brisket.protocol.crypto.NativeSecp256k1 ";
    private static final String PROVIDER = "signatures are verified by ";

    private final Packaged packaged = Packaged.inModule();

    @TempDir Path directory;

    @BeforeEach
    void requireJobJar() {
        assumeThat(packaged.exists()).as("%s is built by mvn package", packaged.jobJar()).isTrue();
    }

    @Test
    void killedTaskManagersLoseNothingAndDoubleNothing() throws Exception {
        Workload workload = new Workload(SEED, WorkloadOptions.of(SUBMISSIONS).withHelloShare(0.2));
        Path logs = Path.of("target", "standalone-cluster").toAbsolutePath();
        try (SimulatedWorld world = SimulatedWorld.start(SEED, workload);
                StandaloneCluster cluster = StandaloneCluster.start(packaged, directory, logs, 2)) {
            try {
                sendWithFailures(workload, world, cluster);
                awaitResults(workload, world);
                assertOutcome(workload, world);
                assertNativeLibraryIsLoadedOnce(cluster);
            } catch (Exception | AssertionError e) {
                e.addSuppressed(new AssertionError(cluster.logTails()));
                throw e;
            }
        }
    }

    private void sendWithFailures(
            Workload workload, SimulatedWorld world, StandaloneCluster cluster) throws Exception {
        List<String> arguments = List.of("run", "--config", configFile(world));
        Iterator<PlannedSubmission> submissions = workload.iterator();
        try (KafkaProducer<byte[], byte[]> producer = world.producer()) {
            ClusterJob job = cluster.submitJob(arguments, Optional.empty());
            job.awaitRunning();
            for (int kill = 0; kill < KILLS; kill++) {
                sendShareUntilResultsFlow(submissions, world, producer);
                killOneThatWorks(cluster, job);
            }
            assertThat(job.restoredCheckpoints()).isGreaterThanOrEqualTo(KILLS);

            sendShareUntilResultsFlow(submissions, world, producer);
            stopAndResume(cluster, job, arguments);
            SimulatedWorld.send(submissions, SHARE, producer);
        }
        assertThat(submissions).isExhausted();
    }

    private String configFile(SimulatedWorld world) throws Exception {
        return Files.writeString(directory.resolve("brisket.yaml"), world.configYaml()).toString();
    }

    private static void sendShareUntilResultsFlow(
            Iterator<PlannedSubmission> submissions,
            SimulatedWorld world,
            KafkaProducer<byte[], byte[]> producer)
            throws Exception {
        long answered = world.endOfTopic("beef-results");
        SimulatedWorld.send(submissions, SHARE, producer);
        Await.until(
                "results to fail in the midst of",
                LIMIT,
                () -> world.endOfTopic("beef-results") > answered + SHARE / 10,
                world::describe);
        LOG.info("{} results", world.endOfTopic("beef-results"));
    }

    /** Kills a task manager that has tasks, starts another and waits for the job to be restored. */
    private static void killOneThatWorks(StandaloneCluster cluster, ClusterJob job)
            throws Exception {
        int restored = job.restoredCheckpoints();
        Set<String> working = job.taskManagers();
        String victim = working.iterator().next();
        LOG.info("tasks on {}, kill -9 {}", working, victim);
        cluster.killTaskManager(victim);
        String replacement = cluster.startTaskManager();
        job.awaitRestored(victim, restored);
        LOG.info("{} restores, tasks on {}", job.restoredCheckpoints(), job.taskManagers());
        cluster.awaitTaskManagers(2);
        LOG.info("{} is up", replacement);
    }

    /** Moves the job's state into a new job, which has a class loader of its own. */
    private static void stopAndResume(
            StandaloneCluster cluster, ClusterJob job, List<String> arguments) throws Exception {
        String savepoint = job.stop(cluster.savepoints());
        cluster.awaitIdle();
        LOG.info("stopped with {}", savepoint);
        ClusterJob resumed = cluster.submitJob(arguments, Optional.of(savepoint));
        resumed.awaitRunning();
        LOG.info("resumed, tasks on {}", resumed.taskManagers());
        assertThat(resumed.restoredCheckpoints()).isPositive();
    }

    private static void awaitResults(Workload workload, SimulatedWorld world) throws Exception {
        Await.until(
                SUBMISSIONS + " results",
                LIMIT,
                () -> world.endOfTopic("beef-results") >= SUBMISSIONS,
                () -> world.describe() + Outcome.read(world).missing(workload, world));
        Await.until(
                "the last transaction to be closed",
                Duration.ofMinutes(1),
                () -> world.readCommitted("beef-results").size() >= SUBMISSIONS,
                () -> world.describe() + Outcome.read(world).missing(workload, world));
        LOG.info("all {} results", SUBMISSIONS);
    }

    private static void assertOutcome(Workload workload, SimulatedWorld world) throws Exception {
        Outcome outcome = Outcome.read(world);
        outcome.assertOneExpectedResultEach(workload);
        outcome.assertRejectionsAreByteExact(workload);
        outcome.assertNetworkSawOnlyCommitted(world);
        outcome.assertRepeatsGotTheSameAnswer(workload);
    }

    /** A library loads once per process, however many class loaders have the job in turn. */
    private static void assertNativeLibraryIsLoadedOnce(StandaloneCluster cluster) {
        int mostClassLoaders = 0;
        for (FlinkProcess taskManager : cluster.taskManagers()) {
            String name = taskManager.name();
            List<String> used = loads(taskManager, USER);
            List<String> providers =
                    taskManager.log().stream().filter(line -> line.contains(PROVIDER)).toList();
            LOG.info("{}: {} class loaders, {} openings", name, used.size(), providers.size());
            assertThat(providers)
                    .as("what verifies signatures in %s", name)
                    .allMatch(line -> line.endsWith(PROVIDER + "libsecp256k1 through JNI"));
            assertThat(providers)
                    .as("openings in %s", name)
                    .hasSizeGreaterThanOrEqualTo(used.size());
            if (!used.isEmpty()) {
                assertThat(loads(taskManager, NATIVE))
                        .as("loads of the library's class in %s", name)
                        .singleElement()
                        .asString()
                        .contains("/flink-lib/");
            }
            mostClassLoaders = Math.max(mostClassLoaders, used.size());
        }
        assertThat(mostClassLoaders)
                .as("class loaders of the job in one process")
                .isGreaterThanOrEqualTo(2);
    }

    private static List<String> loads(FlinkProcess process, String className) {
        return process.loadedClasses().stream().filter(line -> line.startsWith(className)).toList();
    }
}
