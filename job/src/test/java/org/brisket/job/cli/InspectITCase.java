package org.brisket.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.brisket.job.e2e.Await;
import org.brisket.job.e2e.OverlayMiniCluster;
import org.brisket.job.e2e.SimulatedWorld;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.simulator.workload.PlannedSubmission;
import org.brisket.simulator.workload.Workload;
import org.brisket.simulator.workload.WorkloadOptions;
import org.brisket.state.ledger.LiveDigest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line asks a running job about what it holds. */
final class InspectITCase {
    private static final int SUBMISSIONS = 100;
    private static final String LEDGER = "TOPIC:tm_any";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir private static Path directory;
    private static SimulatedWorld world;
    private static OverlayMiniCluster cluster;

    @BeforeAll
    static void admitSomething() throws Exception {
        Workload workload = new Workload(1, WorkloadOptions.of(SUBMISSIONS).withHelloShare(0.2));
        world = SimulatedWorld.start(1, workload);
        cluster = OverlayMiniCluster.start(world.config(), directory);
        try (var producer = world.producer()) {
            for (PlannedSubmission planned : workload) {
                producer.send(SimulatedWorld.record(planned));
            }
        }
        Await.until(
                SUBMISSIONS + " results",
                Duration.ofMinutes(2),
                () -> world.readCommitted("beef-results").size() >= SUBMISSIONS);
    }

    @AfterAll
    static void stop() throws Exception {
        cluster.close();
        world.close();
    }

    private static Terminal inspect(String... args) {
        List<String> all = new ArrayList<>(List.of("inspect"));
        all.addAll(List.of(args));
        all.add("-b=" + world.bootstrapServers());
        Terminal terminal = Terminal.run(all.toArray(String[]::new));
        assertThat(terminal.err()).isEmpty();
        assertThat(terminal.status()).isEqualTo(ExitStatus.DONE);
        return terminal;
    }

    private static JsonNode json(String line) throws IOException {
        return JSON.readTree(line);
    }

    /** A transaction that the topic admitted something of. */
    private static String admitted() throws IOException {
        for (var record : world.readCommitted("beef-admissions")) {
            JsonNode admission = JSON.readTree(record.value());
            if (!admission.path("ledgers").path(LEDGER).path("outputsToAdmit").isEmpty()) {
                return admission.path("txid").asText();
            }
        }
        throw new AssertionError("nothing was admitted");
    }

    @Test
    void listsTheCoinsThatTheDigestSpeaksOf() throws Exception {
        Set<Outpoint> coins = new TreeSet<>();
        LiveDigest sum = LiveDigest.EMPTY;
        JsonNode page;
        String cursor = "1.0";
        do {
            page =
                    json(
                            inspect("coins", "tm_any", "--page=30", "--cursor=" + cursor, "--json")
                                    .out());
            for (JsonNode coin : page.path("coins")) {
                Outpoint outpoint = Outpoint.parse(coin.path("outpoint").asText());
                assertThat(coins.add(outpoint)).isTrue();
                sum = sum.plus(LiveDigest.of(LEDGER, outpoint));
            }
            cursor = page.path("next").asText();
        } while (page.has("next"));

        assertThat(coins).hasSizeGreaterThan(30);
        assertThat(page.path("digest").asText()).isEqualTo(sum.toString());
        assertThat(page.path("sequence").asLong()).isPositive();
    }

    @Test
    void tellsTheLifeOfAnOutput() throws Exception {
        String outpoint = admitted() + ".0";
        Terminal table = inspect("outpoint", outpoint);
        List<String> answers = inspect("outpoint", outpoint, "--json").out().lines().toList();

        assertThat(table.out()).startsWith(outpoint + ": accepted").contains(LEDGER);
        assertThat(json(answers.get(0)).path("answersToCome").asInt())
                .isEqualTo(answers.size() - 1)
                .isPositive();
        assertThat(answers)
                .anyMatch(
                        line ->
                                line.contains("\"stage\":\"live\"")
                                        || line.contains("\"stage\":\"spent\""));
    }

    @Test
    void tellsWhatBecameOfATransaction() throws Exception {
        String txid = admitted();
        Terminal table = inspect("tx", txid);
        JsonNode tracker =
                json(inspect("tx", txid, "--json").out().lines().findFirst().orElseThrow());

        assertThat(table.out()).contains("committed", "arc-1 said ACCEPTED");
        assertThat(tracker.path("steak").has("tm_any")).isTrue();
        assertThat(tracker.path("admissionPublished").asBoolean()).isTrue();
    }

    @Test
    void saysThatItKnowsNothing() {
        String unknown = "01".repeat(32);

        assertThat(inspect("tx", unknown).out())
                .isEqualTo(unknown + ": no submission of its transaction was decided\n");
        assertThat(inspect("coins", "tm_absent").out()).contains("has never changed");
        assertThat(inspect("balance", "btms/p btms", "--asset=" + unknown + ".0").out())
                .contains("0 " + unknown + ".0 in 0 coins");
    }

    @Test
    void passesOnWhatTheJobFindsWrong() {
        Terminal refused =
                Terminal.run(
                        "inspect",
                        "coins",
                        "tm_any",
                        "--page=1001",
                        "-b=" + world.bootstrapServers());

        assertThat(refused.status()).isEqualTo(ExitStatus.WORLD);
        assertThat(refused.err())
                .isEqualTo(
                        "brisket inspect coins: the job answers: limit is 1001, must be between 1 and 1000\n");
    }
}
