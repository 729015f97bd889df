package org.brisket.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.brisket.job.config.BrisketConfig;
import org.brisket.job.config.DryRun;
import org.brisket.job.e2e.Await;
import org.brisket.job.e2e.OverlayMiniCluster;
import org.brisket.job.e2e.SimulatedWorld;
import org.brisket.job.verifier.Log;
import org.brisket.job.verifier.MetricsServer;
import org.brisket.job.verifier.VerifierCounts;
import org.brisket.job.verifier.VerifierLoop;
import org.brisket.simulator.workload.SubmissionKind;
import org.brisket.simulator.workload.Workload;
import org.brisket.simulator.workload.WorkloadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The daily tools beside a job that runs: replay, dry run and verifier. */
final class DailyToolsITCase {
    private static final int SUBMISSIONS = 60;
    private static final Duration LIMIT = Duration.ofMinutes(3);

    /** Without conflicts, whose winner depends on the order of partitions. */
    private static final Map<SubmissionKind, Double> KINDS =
            Map.of(
                    SubmissionKind.VALID, 0.7,
                    SubmissionKind.CHAINED, 0.1,
                    SubmissionKind.BAD_SIGNATURE, 0.2);

    @TempDir private Path directory;

    @Test
    void replaysRejectionsComparesADryRunAndVerifiesTheLog() throws Exception {
        Workload workload = new Workload(7, WorkloadOptions.of(SUBMISSIONS).withWeights(KINDS));
        try (SimulatedWorld world = SimulatedWorld.start(7, workload)) {
            try (var cluster = OverlayMiniCluster.start(world.config(), directory.resolve("real"));
                    var producer = world.producer()) {
                SimulatedWorld.send(workload.iterator(), SUBMISSIONS, producer);
                awaitResults("beef-results", SUBMISSIONS, world);
                replay(world);
                assertThat(cluster.restarts()).isZero();
            }
            dryRun(world);
            verify(world);
        }
    }

    private void replay(SimulatedWorld world) throws Exception {
        int rejected = world.readCommitted("beef-rejections").size();
        assertThat(rejected).isPositive();
        String broker = "-b=" + world.bootstrapServers();

        Terminal replay =
                Terminal.run(
                        "rejections", "replay", "--reason=INVALID_SCRIPT", "--limit=1", broker);

        assertThat(replay.out()).as(replay.err()).startsWith("1 replayed\n");
        awaitResults("beef-results", SUBMISSIONS + 1, world);
        Await.until(
                "the replay's dead letter",
                LIMIT,
                () -> world.readCommitted("beef-rejections").size() > rejected);
        assertThat(Terminal.run("rejections", "list", broker).out()).contains("  replay 1  ");
    }

    private void dryRun(SimulatedWorld world) throws Exception {
        BrisketConfig dry = DryRun.of(world.config());
        List<NewTopic> topics = new ArrayList<>();
        for (String topic :
                List.of(
                        "beef-results",
                        "beef-admissions",
                        "beef-rollbacks",
                        "beef-rejections",
                        "decisions",
                        "state-queries",
                        "state-answers",
                        "beef-transactions")) {
            topics.add(new NewTopic(DryRun.TOPIC_PREFIX + topic, 2, (short) 1));
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", world.bootstrapServers()))) {
            admin.createTopics(topics).all().get();
        }
        long end = world.endOfTopic("beef-results");
        long posts = world.network().ledger().postCount();
        try (var cluster = OverlayMiniCluster.start(dry, directory.resolve("dry"))) {
            awaitResults("dry-run.beef-results", SUBMISSIONS + 1, world);
            assertThat(cluster.restarts()).isZero();
        }

        assertThat(world.endOfTopic("beef-results")).isEqualTo(end);
        assertThat(world.network().ledger().postCount()).isEqualTo(posts);
        Terminal compare = Terminal.run("compare-results", "-b=" + world.bootstrapServers());
        assertThat(compare.out())
                .isEqualTo(
                        "%d the same, 0 different, 0 by the real job only, 0 by the dry run only%n"
                                .formatted(SUBMISSIONS + 1));
        assertThat(compare.status()).isEqualTo(ExitStatus.DONE);
    }

    private static void awaitResults(String topic, int count, SimulatedWorld world)
            throws Exception {
        Await.until(
                count + " records in " + topic,
                LIMIT,
                () -> world.readCommitted(topic).size() >= count,
                world::describe);
    }

    private static void verify(SimulatedWorld world) throws Exception {
        VerifierCounts clean = readAll(world);
        assertThat(clean.results.get()).isEqualTo(SUBMISSIONS + 1);
        assertThat(clean.comparedDigests.get()).isPositive();
        assertThat(faults(clean)).isEqualTo("0 gaps, 0 mismatches, 0 duplicates, 0 unreadable");

        Log forged = new Log("TOPIC:tm_forged");
        try (KafkaProducer<byte[], byte[]> producer = world.producer()) {
            send(producer, "beef-admissions", forged.admit(1));
            forged.admit(2);
            send(producer, "beef-admissions", forged.admit(3));
            send(producer, "beef-admissions", forged.admitWithWrongDigest(4));
            send(producer, "beef-results", Log.result(1_000_000));
            send(producer, "beef-results", Log.result(1_000_000));
        }
        assertThat(faults(readAll(world)))
                .isEqualTo("1 gaps, 1 mismatches, 1 duplicates, 0 unreadable");
    }

    private static void send(KafkaProducer<byte[], byte[]> producer, String topic, byte[] value)
            throws Exception {
        producer.send(new ProducerRecord<>(topic, 0, new byte[1], value)).get();
    }

    private static String faults(VerifierCounts counts) {
        return "%d gaps, %d mismatches, %d duplicates, %d unreadable"
                .formatted(
                        counts.sequenceGaps.get(),
                        counts.digestMismatches.get(),
                        counts.duplicateResults.get() + counts.repeatedChanges.get(),
                        counts.unreadableRecords.get());
    }

    /** Reads to the end, then once more so that what waits is settled, and asks the server. */
    private static VerifierCounts readAll(SimulatedWorld world) throws Exception {
        VerifierCounts counts = new VerifierCounts();
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : List.of("beef-admissions", "beef-rollbacks", "beef-results")) {
            partitions.add(new TopicPartition(topic, 0));
            partitions.add(new TopicPartition(topic, 1));
        }
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        world.bootstrapServers(),
                        "isolation.level",
                        "read_committed");
        try (var reader =
                        new KafkaConsumer<>(
                                settings,
                                new ByteArrayDeserializer(),
                                new ByteArrayDeserializer());
                MetricsServer server = MetricsServer.start(0, counts)) {
            VerifierLoop loop =
                    new VerifierLoop(reader, partitions, world.config().kafka().topics(), counts);
            long deadline = System.nanoTime() + LIMIT.toNanos();
            Duration grace = Duration.ofSeconds(2);
            loop.run(grace, () -> isBusy(counts) && System.nanoTime() - deadline < 0);
            assertThat(counts.lag.get()).isZero();
            assertThat(get(server.port(), "/metrics"))
                    .contains("brisket_verifier_sequence_gaps_total " + counts.sequenceGaps.get());
            assertThat(get(server.port(), "/healthz")).isEqualTo("ok\n");
        }
        return counts;
    }

    private static boolean isBusy(VerifierCounts counts) {
        return counts.lag.get() != 0 || counts.openGaps.get() > 0;
    }

    private static String get(int port, String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + port + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
    }
}
