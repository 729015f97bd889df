package org.brisket.job.e2e.atomic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.brisket.job.cli.Terminal;
import org.brisket.job.config.BrisketConfig;
import org.brisket.job.e2e.OverlayMiniCluster;
import org.brisket.job.e2e.SimulatedWorld;

/**
 * Runs a plan of many transactions through broker, job and network while the job fails, and
 * compares all that came of it with what an oracle says.
 */
final class AtomicProgramme {
    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(5);
    private static final Duration STALLED = Duration.ofMinutes(4);

    private final AtomicPlan plan;
    private final int failures;
    private final PrintStream out;
    private final long start = System.nanoTime();
    private final List<Planned> submitted = new ArrayList<>();
    private final Map<String, String> summary = new LinkedHashMap<>();

    AtomicProgramme(AtomicPlan plan, int failures, PrintStream out) {
        this.plan = plan;
        this.failures = failures;
        this.out = out;
    }

    void run(long seed, Path directory) throws Exception {
        note("transactions", plan.setUp().size() + plan.main().size());
        try (SimulatedWorld world = SimulatedWorld.start(seed, plan.funding());
                OverlayMiniCluster cluster = OverlayMiniCluster.start(config(world), directory);
                RetryingClient client = new RetryingClient(plan, world)) {
            submitAll(client, cluster);
            assertThat(cluster.restarts()).isGreaterThanOrEqualTo(failures);
            note("restarts", cluster.restarts());
            String savepoint = cluster.stop();
            check(client, world);
            audit(savepoint, world);
        } finally {
            summary.forEach((name, value) -> out.printf("%-28s %s%n", name, value));
        }
    }

    private static BrisketConfig config(SimulatedWorld world) {
        String topics =
                "topic-manager: {topics: [%s]}\n".formatted(String.join(", ", AtomicPlan.topics()));
        String baskets = "basket-manager: {baskets: [btms/p btms, inventory/stock]}\n";
        // However busy the machine is, slow answers are not what this is about.
        String patient = world.configYaml().replace("spv:\n", "spv:\n  validation-timeout: 60 s\n");
        return BrisketConfig.load(patient + topics + baskets);
    }

    private void submitAll(RetryingClient client, OverlayMiniCluster cluster) throws Exception {
        submit(plan.setUp(), client, cluster, 0);
        long before = System.nanoTime();
        submit(plan.main(), client, cluster, failures);
        long millis = (System.nanoTime() - before) / 1_000_000;
        note("seconds under load", millis / 1000.0);
        note("transactions per second", plan.main().size() * 1000L / Math.max(1, millis));
        // Twice, for the first may still come before an order that undoes a rival.
        submit(plan.closing(), client, cluster, 0);
        submit(plan.closing(), client, cluster, 0);
        note("submissions", client.submissions());
        note("submitted again", client.retries());
        client.refusals().forEach((reason, count) -> note("refused " + reason, count));
    }

    /** Until all have their last answer; the job fails so many times at equal distances. */
    private void submit(
            List<Planned> planned, RetryingClient client, OverlayMiniCluster cluster, int fail)
            throws Exception {
        int before = client.answers().size();
        submitted.addAll(planned);
        client.submit(planned);
        int failed = 0;
        int last = before;
        long lastProgress = System.nanoTime();
        long lastReport = System.nanoTime();
        while (!client.isDone()) {
            client.step();
            int answered = client.answers().size();
            if (failed < fail && answered - before > (failed + 1L) * planned.size() / (fail + 1)) {
                failed++;
                report("losing the task manager, failure " + failed, client);
                cluster.failOver();
            }
            if (answered > last) {
                last = answered;
                lastProgress = System.nanoTime();
            } else if (System.nanoTime() - lastProgress > STALLED.toNanos()) {
                throw new AssertionError("no progress, open: " + client.open());
            }
            if (System.nanoTime() - lastReport > BETWEEN_REPORTS.toNanos()) {
                lastReport = System.nanoTime();
                report("answered", client);
            }
        }
        assertThat(failed).as("failures while " + planned.size() + " were sent").isEqualTo(fail);
    }

    private void report(String what, RetryingClient client) {
        out.printf(
                "%4d s  %6d transactions answered, %5d tries again: %s%n",
                (System.nanoTime() - start) / 1_000_000_000,
                client.answers().size(),
                client.retries(),
                what);
        out.flush();
    }

    private void note(String name, Object value) {
        summary.put(name, String.valueOf(value));
    }

    private void check(RetryingClient client, SimulatedWorld world) throws Exception {
        List<JsonNode> admissions = world.values("beef-admissions");
        List<JsonNode> rollbacks = world.values("beef-rollbacks");
        note("admission records", admissions.size());
        note("rollback records", rollbacks.size());
        assertOneResultEach(client, world.values("beef-results"));
        AnswerCheck.assertRight(submitted, client.answers());

        List<Planned> admitted =
                submitted.stream().filter(p -> client.answers().get(p.id()).admitted()).toList();
        note("several ledgers", submitted.stream().filter(p -> p.ledgers().size() > 1).count());
        note("rivals", submitted.stream().filter(Planned::hasRival).count());
        note("admitted", admitted.size());
        ExpectedLedgers expected = new ExpectedLedgers(admitted);
        PublishedLedgers published = new PublishedLedgers(admissions, rollbacks);
        note("ledgers", published.ledgers().size());
        note(
                "live coins",
                expected.ledgers().stream().mapToInt(l -> expected.liveCoins(l).size()).sum());
        published.assertEqual(expected);
        note("oracle", "every ledger equal, digests too");
    }

    /** G1 once more, from the start of the topic to its end. */
    private static void assertOneResultEach(RetryingClient client, List<JsonNode> results) {
        assertThat(results).hasSize(client.submissions());
        assertThat(results.stream().map(r -> r.path("submissionId").asText()).distinct())
                .hasSize(client.submissions());
    }

    private void audit(String savepoint, SimulatedWorld world) {
        Terminal.auditWithoutDifference(savepoint, world.bootstrapServers());
        note("audit", "no difference");
        note("seconds in all", (System.nanoTime() - start) / 1_000_000_000);
    }
}
