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
import org.brisket.job.cli.Terminal;
import org.brisket.job.cluster.Assassin.Kill;
import org.brisket.job.cluster.Assassin.Moment;
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
 * The process that runs the whole job dies between a post and the record of its answer, as often as
 * the system property {@code kills.count} says; {@code bench/run kills} does it 50 times.
 */
class KillInsideCommitITCase {
    private static final Logger LOG = LoggerFactory.getLogger(KillInsideCommitITCase.class);
    private static final int FEW = 2;
    private static final int SHARE = 40;
    private static final long SEED = 11;

    /** Requests that an endpoint does not answer are sent twice more. */
    private static final int RETRIES = 2;

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Packaged packaged = Packaged.inModule();
    private final int kills = Integer.getInteger("kills.count", FEW);
    private final int submissions = SHARE * (kills + 1);
    private final Workload workload =
            new Workload(SEED, WorkloadOptions.of(submissions).withHelloShare(0.2));

    @TempDir Path directory;

    @BeforeEach
    void requireJobJar() {
        assumeThat(packaged.exists()).as("%s is built by mvn package", packaged.jobJar()).isTrue();
    }

    @Test
    void everyTransactionTakesEffectOnceHoweverOftenItsPosterDies() throws Exception {
        Path logs = Path.of("target", "kill-inside-commit").toAbsolutePath();
        try (SimulatedWorld world = SimulatedWorld.start(SEED, workload);
                Assassin assassin = new Assassin();
                StandaloneCluster cluster = StandaloneCluster.start(packaged, directory, logs, 1)) {
            world.network().ledger().addListener(assassin);
            try {
                ClusterJob job = sendAndKill(world, cluster, assassin);
                awaitResults(world);
                mineAll(world);
                String savepoint = job.stop(cluster.savepoints());
                check(world, assassin.kills());
                audit(savepoint, world);
            } catch (Exception | AssertionError e) {
                e.addSuppressed(new AssertionError(cluster.logTails()));
                throw e;
            }
        }
    }

    private ClusterJob sendAndKill(
            SimulatedWorld world, StandaloneCluster cluster, Assassin assassin) throws Exception {
        Path config = Files.writeString(directory.resolve("brisket.yaml"), world.configYaml());
        Iterator<PlannedSubmission> planned = workload.iterator();
        try (KafkaProducer<byte[], byte[]> producer = world.producer()) {
            ClusterJob job =
                    cluster.submitJob(
                            List.of("run", "--config", config.toString()), Optional.empty());
            job.awaitRunning();
            // Only now, so that the job is not spread over both: one death ends all of it.
            cluster.startTaskManager();
            for (int kill = 0; kill < kills; kill++) {
                killOnPost(planned, producer, cluster, job, assassin);
            }
            SimulatedWorld.send(planned, SHARE, producer);
            return job;
        }
    }

    private void killOnPost(
            Iterator<PlannedSubmission> planned,
            KafkaProducer<byte[], byte[]> producer,
            StandaloneCluster cluster,
            ClusterJob job,
            Assassin assassin)
            throws Exception {
        int before = assassin.kills().size();
        int restored = job.restoredCheckpoints();
        Set<String> victims = job.taskManagers();
        Moment moment = Moment.values()[before % Moment.values().length];
        assassin.arm(moment, () -> victims.forEach(cluster::killTaskManager));
        SimulatedWorld.send(planned, SHARE, producer);
        Await.until("a kill", LIMIT, () -> assassin.kills().size() > before);
        for (int i = 0; i < victims.size(); i++) {
            cluster.startTaskManager();
        }
        for (String victim : victims) {
            job.awaitRestored(victim, restored);
        }
        LOG.info("kill {} of {}: {} died {}", before + 1, kills, victims, moment);
    }

    private void awaitResults(SimulatedWorld world) throws Exception {
        Await.until(
                submissions + " results",
                LIMIT,
                () -> world.readCommitted("beef-results").size() >= submissions,
                () -> world.describe() + Outcome.read(world).missing(workload, world));
    }

    private static void mineAll(SimulatedWorld world) {
        do {
            world.network().mineBlock();
        } while (world.network().ledger().mempoolSize() > 0);
    }

    private void check(SimulatedWorld world, List<Kill> done) throws Exception {
        Outcome outcome = Outcome.read(world);
        outcome.assertOneExpectedResultEach(workload);
        outcome.assertRejectionsAreByteExact(workload);
        outcome.assertNetworkSawOnlyCommitted(world);
        outcome.assertRepeatsGotTheSameAnswer(workload);

        PostCheck posts = new PostCheck(world);
        System.out.printf(
                "%d kills, %d submissions; transactions by the most posts to one endpoint: %s%n",
                done.size(), submissions, posts.histogram());
        assertThat(done).hasSize(kills);
        posts.assertOneEffectEach();
        posts.assertFewPosts(RETRIES, kills);
        for (Kill kill : done) {
            if (kill.moment() == Moment.BEFORE_THE_ANSWER) {
                assertThat(posts.perEndpoint(kill.txid()).values())
                        .as("posts of %s, whose answer never came", kill.txid())
                        .anyMatch(count -> count > 1);
            }
        }
    }

    private static void audit(String savepoint, SimulatedWorld world) {
        Terminal.auditWithoutDifference(savepoint, world.bootstrapServers());
    }
}
