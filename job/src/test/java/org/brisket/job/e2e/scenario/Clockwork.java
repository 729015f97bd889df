package org.brisket.job.e2e.scenario;

import java.time.Duration;
import org.brisket.simulator.http.SimulatedNetwork;
import org.brisket.simulator.scenario.Scenario;
import org.brisket.simulator.scenario.ScenarioProgress;
import org.brisket.simulator.scenario.ScenarioRunner;
import org.brisket.simulator.workload.RivalForge;

/** Takes a scenario's steps and mines its blocks when they are due. */
final class Clockwork implements AutoCloseable {
    private final ScenarioRunner runner;
    private final SimulatedNetwork network;
    private final Duration blockInterval;
    private final long begin = System.nanoTime();
    private Duration lastBlock = Duration.ZERO;

    Clockwork(Scenario scenario, SimulatedNetwork network, RivalForge rivals) {
        this.runner = new ScenarioRunner(scenario, network, rivals);
        this.network = network;
        this.blockInterval = scenario.blockInterval();
    }

    /** Does what is due by now. */
    void tick() {
        Duration now = Duration.ofNanos(System.nanoTime() - begin);
        runner.tick(now);
        if (now.minus(lastBlock).compareTo(blockInterval) >= 0) {
            lastBlock = now;
            network.mineBlock();
        }
    }

    ScenarioProgress progress() {
        return runner.progress();
    }

    /** Blocks come as before, but nothing is wrong any more. */
    void endTrouble() {
        runner.close();
    }

    @Override
    public void close() {
        endTrouble();
    }
}
