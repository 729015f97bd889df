package org.brisket.job.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.brisket.job.config.BrisketConfig;
import org.brisket.simulator.scenario.Scenario;

/**
 * What a local run is asked to do.
 *
 * @param count submissions of the workload
 * @param rate submissions per second; 0 for as fast as possible
 * @param duration when to stop sending even if the workload goes on
 * @param seed the same seed gives the same workload
 * @param badShare the share of bad submissions, 0 to 1
 * @param bootstrapServers an external broker instead of the embedded one
 * @param dashboardPort the port of Flink's dashboard; without it 8081, or a free one if that is
 *     taken
 * @param prometheusPort where Flink's metrics are served for Prometheus
 * @param keepRunning whether everything stays up after the summary until it is interrupted
 * @param stateDirectory where broker and checkpoints keep their files; without it in a temporary
 *     directory that is deleted at the end
 * @param plain whether the terminal gets plain lines only
 * @param scenario what is to go wrong on the simulated network, and when
 * @param config a file whose keys replace those of {@link BrisketConfig} as local mode sets them
 */
public record LocalOptions(
        long count,
        double rate,
        Optional<Duration> duration,
        long seed,
        double badShare,
        int parallelism,
        Duration checkpointInterval,
        Optional<String> bootstrapServers,
        Optional<Integer> dashboardPort,
        Optional<Integer> prometheusPort,
        boolean keepRunning,
        Optional<Path> stateDirectory,
        boolean plain,
        Optional<Scenario> scenario,
        Optional<Path> config) {}
