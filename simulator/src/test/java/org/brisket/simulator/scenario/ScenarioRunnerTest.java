package org.brisket.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.beef.BeefEntry;
import org.brisket.protocol.beef.BeefLimits;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.submission.SubmissionValue;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.transaction.Transaction;
import org.brisket.protocol.transaction.TransactionOutput;
import org.brisket.simulator.chain.SimulatedChain;
import org.brisket.simulator.http.SimulatedNetwork;
import org.brisket.simulator.http.SimulatedNetworkOptions;
import org.brisket.simulator.network.AcceptanceOptions;
import org.brisket.simulator.network.ArcStatus;
import org.brisket.simulator.network.NetworkLedger;
import org.brisket.simulator.network.PostedTransaction;
import org.brisket.simulator.network.StatusChange;
import org.brisket.simulator.workload.PlannedSubmission;
import org.brisket.simulator.workload.Workload;
import org.brisket.simulator.workload.WorkloadOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScenarioRunnerTest {
    private static final int COUNT = 100;

    private final Workload workload = new Workload(7, WorkloadOptions.of(COUNT).withShares(0, 0.3));
    private final SimulatedNetwork network =
            SimulatedNetwork.start(
                    new SimulatedChain(7, workload.funding()), SimulatedNetworkOptions.defaults());
    private final NetworkLedger ledger = network.ledger();
    private final List<PostedTransaction> transactions = transactions();

    @AfterEach
    void close() {
        network.close();
    }

    @Test
    void runsStepsInOrderWhenTheyAreDueAndUndoesThem() {
        ScenarioRunner runner =
                runner(
                        """
                        - after: 3 posts
                          outage: {at: arc1, lasting: 2 s}
                        - after: 1 blocks
                          lie: {at: arc2}
                        - after: 5 s
                          mine: {blocks: 2}
                        """);
        runner.tick(seconds(100));
        assertThat(runner.progress().ran()).isEmpty();
        assertThat(runner.progress().next()).hasValue("after 3 posts: outage of arc1 for 2 s");
        post(3);
        runner.tick(seconds(101));
        assertThat(health("arc1")).isEqualTo("no answer");
        runner.tick(seconds(102));
        assertThat(health("arc1")).isEqualTo("no answer");
        runner.tick(seconds(103));
        assertThat(health("arc1")).isEqualTo("200");

        network.mineBlock();
        runner.tick(seconds(104));
        assertThat(runner.progress().line())
                .isEqualTo(
                        "step 2 of 3, at 104 s arc2 rejects everything; next after 5 s: 2 blocks at"
                                + " once");
        long height = network.chain().tipHeight();
        runner.tick(seconds(108));
        assertThat(network.chain().tipHeight()).isEqualTo(height);
        runner.tick(seconds(109));
        assertThat(network.chain().tipHeight()).isEqualTo(height + 2);
        assertThat(runner.progress().over()).isTrue();
    }

    @Test
    void isNotOverBeforeWhatLastsHasEnded() {
        ScenarioRunner runner = runner("- hang: {at: arc1, lasting: 3 s}");
        runner.tick(seconds(1));
        assertThat(runner.progress().next()).isEmpty();
        assertThat(runner.progress().acting()).isTrue();
        assertThat(runner.progress().over()).isFalse();
        runner.tick(seconds(4));
        assertThat(runner.progress().over()).isTrue();
        assertThat(health("arc1")).isEqualTo("200");
    }

    @Test
    void undoesEverythingWhenItIsClosed() {
        ScenarioRunner runner = runner("- outage: {at: all}");
        runner.tick(seconds(1));
        assertThat(health("arc2")).isEqualTo("no answer");
        runner.close();
        assertThat(health("arc2")).isEqualTo("200");
    }

    @Test
    void letsOursWinDoubleSpends() {
        ScenarioRunner runner = runner("- double-spend: {count: 5, winner: ours}");
        runner.tick(seconds(1));
        assertThat(runner.progress().ran()).as("nothing to double-spend yet").isEmpty();
        post(40);
        runner.tick(seconds(2));
        network.mineBlock();
        Map<ArcStatus, Long> ends = ends();
        assertThat(ends).isEqualTo(Map.of(ArcStatus.MINED, 40L));
        assertThat(contested()).hasSize(5);
        assertThat(runner.progress().ran().get(0).text()).endsWith("(5 races)");
    }

    @Test
    void letsRivalsWinDoubleSpends() {
        ScenarioRunner runner =
                runner(
                        """
                        - rivals-first: {count: 1}
                        - after: 40 posts
                          double-spend: {count: 5, winner: rival}
                        """);
        runner.tick(seconds(1));
        postFirstOverHttp();
        assertThat(network.interventions().forestalled()).hasSize(1);
        assertThat(ends()).isEqualTo(Map.of());
        postFrom(1, 41);
        runner.tick(seconds(2));
        network.mineBlock();
        Map<ArcStatus, Long> ends = ends();
        assertThat(ends.get(ArcStatus.REJECTED)).isGreaterThanOrEqualTo(5);
        assertThat(contested()).hasSize(5);
    }

    @Test
    void minesWhatItRejected() {
        ScenarioRunner runner = runner("- reject: {count: 5}\n- after: 1 blocks\n  reinstate: {}");
        post(40);
        runner.tick(seconds(1));
        network.mineBlock();
        assertThat(ends().get(ArcStatus.REJECTED)).isGreaterThanOrEqualTo(5);
        runner.tick(seconds(2));
        network.mineBlock();
        assertThat(ends()).isEqualTo(Map.of(ArcStatus.MINED, 40L));
        assertThat(runner.progress().ran().get(1).text()).endsWith("(5 of 5 back)");
    }

    @Test
    void reorganisesAsDeepAsItIsTold() {
        ScenarioRunner runner = runner("- reorganise: {depth: 3, keep: 0.5, rivals: 2}");
        for (int block = 0; block < 3; block++) {
            postFrom(10 * block, 10 * block + 10);
            runner.tick(seconds(block));
            network.mineBlock();
        }
        long height = network.chain().tipHeight();
        runner.tick(seconds(9));
        assertThat(network.chain().tipHeight()).isEqualTo(height + 1);
        assertThat(runner.progress().ran().get(0).text()).contains(", 2 of them to rivals");
        Map<ArcStatus, Long> ends = ends();
        assertThat(ends.get(ArcStatus.MINED_IN_STALE_BLOCK)).isPositive();
        assertThat(ends.get(ArcStatus.REJECTED)).isGreaterThanOrEqualTo(2);
        network.mineBlock();
        assertThat(ends()).containsOnlyKeys(ArcStatus.MINED, ArcStatus.REJECTED);
    }

    @Test
    void choosesTheSameTransactionsFromTheSameSeed() {
        ScenarioRunner runner = runner("- reject: {count: 5}");
        post(40);
        runner.tick(seconds(1));
        List<Txid> rejected = rejected();
        try (SimulatedNetwork other =
                SimulatedNetwork.start(
                        new SimulatedChain(7, workload.funding()),
                        SimulatedNetworkOptions.defaults())) {
            Scenario scenario = scenario("- reject: {count: 5}");
            transactions.subList(0, 40).forEach(each -> post(other.ledger(), each));
            new ScenarioRunner(scenario, other, workload.rivals()).tick(seconds(1));
            assertThat(
                            transactions.stream()
                                    .map(PostedTransaction::txid)
                                    .filter(txid -> is(other.ledger(), txid, ArcStatus.REJECTED)))
                    .containsExactlyElementsOf(rejected);
        }
    }

    private List<Txid> rejected() {
        return transactions.stream()
                .map(PostedTransaction::txid)
                .filter(txid -> is(ledger, txid, ArcStatus.REJECTED))
                .toList();
    }

    private static boolean is(NetworkLedger ledger, Txid txid, ArcStatus status) {
        return ledger.state(txid).filter(state -> state.status() == status).isPresent();
    }

    private ScenarioRunner runner(String steps) {
        return new ScenarioRunner(scenario(steps), network, workload.rivals());
    }

    private static Scenario scenario(String steps) {
        return Scenarios.read("test", "about: a test\nsteps:\n" + steps.indent(2));
    }

    /** How many of the posted transactions ended how; those that were never taken do not count. */
    private Map<ArcStatus, Long> ends() {
        return transactions.stream()
                .flatMap(each -> ledger.state(each.txid()).stream())
                .collect(Collectors.groupingBy(state -> state.status(), Collectors.counting()));
    }

    private List<PostedTransaction> contested() {
        return transactions.stream()
                .filter(
                        each ->
                                ledger.historyOf(each.txid()).stream()
                                        .map(StatusChange::status)
                                        .anyMatch(ArcStatus.DOUBLE_SPEND_ATTEMPTED::equals))
                .toList();
    }

    private void post(int count) {
        postFrom(0, count);
    }

    private void postFrom(int from, int to) {
        transactions.subList(from, to).forEach(each -> post(ledger, each));
    }

    private static void post(NetworkLedger ledger, PostedTransaction transaction) {
        ledger.post("arc1", transaction, AcceptanceOptions.ALL_CHECKS);
    }

    private void postFirstOverHttp() {
        PostedTransaction first = transactions.get(0);
        ExtendedTransaction extended =
                new ExtendedTransaction(first.transaction(), first.claimedSources().orElseThrow());
        String url = network.arcs().get(0).url() + "/v1/tx";
        assertThat(TestClient.post(url, Hex.encode(extended.toBytes()))).isEqualTo("466");
    }

    private String health(String arc) {
        return network.arcs().stream()
                .filter(each -> each.name().equals(arc))
                .map(each -> TestClient.get(each.url() + "/v1/health"))
                .findFirst()
                .orElseThrow();
    }

    /** The distinct subjects of the workload in Extended Format, parents first. */
    private List<PostedTransaction> transactions() {
        Map<Txid, PostedTransaction> found = new LinkedHashMap<>();
        for (PlannedSubmission planned : workload) {
            extended(planned.value()).forEach(each -> found.putIfAbsent(each.txid(), each));
        }
        return List.copyOf(found.values());
    }

    private static List<PostedTransaction> extended(byte[] value) {
        Map<Txid, Transaction> known = new HashMap<>();
        List<PostedTransaction> extended = new ArrayList<>();
        try {
            byte[] beef = SubmissionValue.read(value, false).beef();
            for (BeefEntry entry : Beef.parse(beef, BeefLimits.DEFAULT).entries()) {
                Transaction transaction = entry.transaction().orElseThrow();
                known.put(transaction.txid(), transaction);
                if (entry instanceof BeefEntry.Unproven) {
                    extended.add(PostedTransaction.of(withSources(transaction, known)));
                }
            }
            return extended;
        } catch (MalformedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ExtendedTransaction withSources(
            Transaction transaction, Map<Txid, Transaction> known) {
        List<TransactionOutput> sources = new ArrayList<>();
        for (int input = 0; input < transaction.inputCount(); input++) {
            var coin = transaction.previousOutput(input);
            sources.add(known.get(coin.txid()).output((int) coin.index()));
        }
        return new ExtendedTransaction(transaction, sources);
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
