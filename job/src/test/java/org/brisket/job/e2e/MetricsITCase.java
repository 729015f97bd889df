package org.brisket.job.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.operators.metrics.Metric.ADMISSIONS;
import static org.brisket.operators.metrics.Metric.BROADCASTS_IN_FLIGHT;
import static org.brisket.operators.metrics.Metric.BROADCAST_OUTCOMES;
import static org.brisket.operators.metrics.Metric.CHAIN_IN_STEP;
import static org.brisket.operators.metrics.Metric.CHAIN_TIP_HEIGHT;
import static org.brisket.operators.metrics.Metric.DECISIONS;
import static org.brisket.operators.metrics.Metric.ENDPOINT_UP;
import static org.brisket.operators.metrics.Metric.LEDGER_GAPS;
import static org.brisket.operators.metrics.Metric.LEDGER_PROPOSALS;
import static org.brisket.operators.metrics.Metric.LEDGER_SEQUENCE;
import static org.brisket.operators.metrics.Metric.LEDGER_VOTES;
import static org.brisket.operators.metrics.Metric.PREFIX;
import static org.brisket.operators.metrics.Metric.REFUSALS;
import static org.brisket.operators.metrics.Metric.RESULTS;
import static org.brisket.operators.metrics.Metric.ROOTS_KNOWN;
import static org.brisket.operators.metrics.Metric.ROOT_LOOKUP_MILLIS;
import static org.brisket.operators.metrics.Metric.SCRIPT_COST;
import static org.brisket.operators.metrics.Metric.SUBMISSION_BYTES;
import static org.brisket.operators.metrics.Metric.TRANSITIONS;
import static org.brisket.operators.metrics.Metric.UNANSWERED;
import static org.brisket.operators.metrics.Metric.VERIFICATION_MICROS;
import static org.brisket.operators.metrics.Metric.VERIFIED_CACHE_MISSES;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.assertj.core.api.SoftAssertions;
import org.brisket.operators.metrics.Metric;
import org.brisket.operators.metrics.MetricKind;
import org.brisket.simulator.workload.Workload;
import org.brisket.simulator.workload.WorkloadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every metric of the registry is served by a running job, with its labels and a value that fits
 * what was sent; and so are Flink's own metrics, on which alerts and dashboard stand.
 */
class MetricsITCase {
    private static final int SUBMISSIONS = 2_000;
    private static final long SEED = 2_000;
    private static final Path FLINKS_NAMES =
            Path.of("..", "helm", "src", "test", "resources", "flink-metrics.txt");
    private static final Map<String, String> ALL = Map.of();

    @TempDir Path directory;

    @Test
    void aRunningJobServesEveryMetric() throws Exception {
        Workload workload = new Workload(SEED, WorkloadOptions.of(SUBMISSIONS).withHelloShare(0.2));
        int port = freePort();
        try (SimulatedWorld world = SimulatedWorld.start(SEED, workload);
                OverlayMiniCluster cluster =
                        OverlayMiniCluster.start(world.config(), directory, 2, reporter(port));
                KafkaProducer<byte[], byte[]> producer = world.producer()) {
            SimulatedWorld.send(workload.iterator(), SUBMISSIONS, producer);
            Await.until(
                    SUBMISSIONS + " results",
                    Duration.ofMinutes(2),
                    () ->
                            world.endOfTopic("beef-results") >= SUBMISSIONS
                                    && world.readCommitted("beef-results").size() >= SUBMISSIONS);
            Scrape scrape = Scrape.of(port);
            assertEveryMetricIsThere(scrape);
            assertCountsFit(scrape);
            assertMeasurementsFit(scrape);
            assertFlinksNames(scrape);
            assertThat(cluster.restarts()).isZero();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Map<String, String> reporter(int port) {
        return Map.of(
                "metrics.reporter.prom.factory.class",
                "org.apache.flink.metrics.prometheus.PrometheusReporterFactory",
                "metrics.reporter.prom.port",
                Integer.toString(port));
    }

    private static void assertEveryMetricIsThere(Scrape scrape) {
        SoftAssertions every = new SoftAssertions();
        for (Metric metric : Metric.values()) {
            every.assertThat(scrape.of(metric.exportedName()))
                    .as(metric.exportedName())
                    .isNotEmpty()
                    .allSatisfy(
                            sample ->
                                    assertThat(sample.labels().keySet())
                                            .contains("operator_name", "subtask_index")
                                            .containsAll(metric.labels()));
        }
        every.assertThat(scrape.names().stream().filter(name -> name.startsWith(PREFIX)))
                .as("what is exported and what the registry names")
                .isSubsetOf(exportedNames());
        every.assertAll();
    }

    private static Set<String> exportedNames() {
        Set<String> names = new TreeSet<>();
        for (Metric metric : Metric.values()) {
            names.add(metric.exportedName());
            if (metric.kind() == MetricKind.HISTOGRAM) {
                names.add(metric.exportedName() + "_count");
            }
        }
        return names;
    }

    private static void assertCountsFit(Scrape scrape) {
        assertThat(sum(scrape, Metric.SUBMISSIONS)).isEqualTo(SUBMISSIONS);
        assertThat(sum(scrape, RESULTS)).isEqualTo(SUBMISSIONS);
        double admitted = scrape.sum(RESULTS.exportedName(), Map.of("outcome", "admitted"));
        assertThat(admitted).isBetween(1.0, SUBMISSIONS - 1.0);
        assertThat(sum(scrape, REFUSALS)).isEqualTo(SUBMISSIONS - admitted);
        assertThat(sum(scrape, ADMISSIONS)).isPositive();
        assertThat(sum(scrape, SUBMISSION_BYTES)).isGreaterThan(100.0 * SUBMISSIONS);
        assertThat(sum(scrape, ROOTS_KNOWN)).isPositive();
        assertThat(sum(scrape, SCRIPT_COST)).isPositive();
        assertThat(sum(scrape, VERIFIED_CACHE_MISSES)).isPositive();
        assertThat(sum(scrape, LEDGER_VOTES)).isEqualTo(sum(scrape, LEDGER_PROPOSALS));
        assertThat(scrape.sum(DECISIONS.exportedName(), Map.of("decision", "commit"))).isPositive();
        assertThat(scrape.sum(BROADCAST_OUTCOMES.exportedName(), Map.of("outcome", "accepted")))
                .isPositive();
        assertThat(sum(scrape, LEDGER_GAPS)).isZero();
        assertThat(scrape.sum(TRANSITIONS.exportedName(), Map.of("phase", "accepted")))
                .isPositive();
    }

    private static double sum(Scrape scrape, Metric metric) {
        return scrape.sum(metric.exportedName(), ALL);
    }

    private static void assertMeasurementsFit(Scrape scrape) {
        for (Metric metric : Metric.values()) {
            if (metric.kind() == MetricKind.HISTOGRAM && metric != ROOT_LOOKUP_MILLIS) {
                assertThat(scrape.sum(metric.exportedName() + "_count", ALL))
                        .as(metric.exportedName())
                        .isPositive();
                assertThat(scrape.max(metric.exportedName(), Map.of("quantile", "0.99")))
                        .as(metric.exportedName())
                        .isNotNegative();
            }
        }
        assertThat(scrape.max(VERIFICATION_MICROS.exportedName(), Map.of("quantile", "0.99")))
                .isPositive();
        assertThat(scrape.max(CHAIN_TIP_HEIGHT.exportedName(), ALL)).isPositive();
        assertThat(scrape.max(CHAIN_IN_STEP.exportedName(), ALL)).isEqualTo(1);
        assertThat(scrape.max(ENDPOINT_UP.exportedName(), Map.of("endpoint", "arc_1")))
                .isEqualTo(1);
        assertThat(sum(scrape, UNANSWERED)).isZero();
        assertThat(sum(scrape, BROADCASTS_IN_FLIGHT)).isZero();
        assertThat(scrape.of(LEDGER_SEQUENCE.exportedName()))
                .extracting(sample -> sample.labels().get("ledger"))
                .contains("TOPIC:tm_any", "TOPIC:tm_hello");
    }

    private static void assertFlinksNames(Scrape scrape) throws IOException {
        assertThat(scrape.names()).containsAll(Files.readAllLines(FLINKS_NAMES));
    }
}
