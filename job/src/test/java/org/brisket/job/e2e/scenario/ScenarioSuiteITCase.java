package org.brisket.job.e2e.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.brisket.job.cli.Terminal;
import org.brisket.simulator.scenario.Scenario;
import org.brisket.simulator.scenario.Scenario.WantedWorkload;
import org.brisket.simulator.workload.PlannedSubmission;
import org.brisket.simulator.workload.Workload;
import org.brisket.simulator.workload.WorkloadOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Scenario after scenario through one broker, network and job, small; {@code bench/run scenarios}
 * runs those that we ship, at their full size.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScenarioSuiteITCase {
    private static final long SEED = 4_000;
    private static final double HELLO_SHARE = 0.2;

    private final List<Scenario> scenarios = ChosenScenarios.byProperties();
    private List<Workload> workloads;
    private Iterator<PlannedSubmission> closing;
    private SuiteWorld world;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        List<WorkloadOptions> parts = new ArrayList<>();
        int closings = Trial.CLOSINGS * scenarios.size();
        parts.add(WorkloadOptions.of(closings).withShares(0, 0).withHelloShare(1));
        scenarios.forEach(scenario -> parts.add(options(scenario.workload())));
        workloads = Workload.sideBySide(SEED, parts);
        closing = workloads.get(0).iterator();
        world = SuiteWorld.start(SEED, workloads.get(0).funding(), directory);
    }

    private static WorkloadOptions options(WantedWorkload wanted) {
        return WorkloadOptions.of(wanted.count())
                .withShares(wanted.badShare(), wanted.chainedShare())
                .withMaxUnmined(wanted.longestChain())
                .withHelloShare(HELLO_SHARE);
    }

    @AfterAll
    void stop() throws Exception {
        world.close();
    }

    @TestFactory
    Stream<DynamicTest> everyPromiseHoldsAndOurWordIsTheNetworks() {
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < scenarios.size(); i++) {
            Scenario scenario = scenarios.get(i);
            Workload workload = workloads.get(i + 1);
            tests.add(DynamicTest.dynamicTest(scenario.name(), () -> run(scenario, workload)));
        }
        tests.add(DynamicTest.dynamicTest("audit of all", this::audit));
        return tests.stream();
    }

    private void run(Scenario scenario, Workload workload) throws Exception {
        long begin = System.nanoTime();
        try {
            String line = new Trial(world, scenario, workload, closing).run();
            System.out.printf("%s; %d s%n", line, (System.nanoTime() - begin) / 1_000_000_000);
        } catch (AssertionError e) {
            System.out.printf("%-20s FAILED: %s%n", scenario.name(), e.getMessage());
            throw e;
        }
    }

    private void audit() throws Exception {
        Terminal.auditWithoutDifference(world.cluster().stop(), world.bootstrapServers());
    }
}
