package org.brisket.job.e2e.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.brisket.connectors.callback.CallbackReceiver;
import org.brisket.connectors.callback.CallbackSettings;
import org.brisket.job.config.BrisketConfig;
import org.brisket.job.e2e.OverlayMiniCluster;
import org.brisket.job.e2e.SimulatedWorld;
import org.brisket.job.local.traffic.KafkaClients;
import org.brisket.job.topology.ConnectorSettings;
import org.brisket.simulator.chain.FundingPlan;
import org.brisket.simulator.http.SimulatedNetwork;
import org.brisket.simulator.network.NetworkLedger;

/** Broker, network, receiver of its callbacks, and the job: one for all scenarios. */
final class SuiteWorld implements AutoCloseable {
    private static final String TOKEN = "token-of-the-suite";

    /** Deeper than any reorganisation of a scenario. */
    private static final int FINALITY_DEPTH = 8;

    private final SimulatedWorld world;
    private final CallbackReceiver callbacks;
    private final OverlayMiniCluster cluster;
    private final KafkaClients clients;

    private SuiteWorld(SimulatedWorld world, Path directory) throws Exception {
        this.world = world;
        ConnectorSettings plain = new ConnectorSettings(world.config());
        callbacks =
                CallbackReceiver.start(
                        new CallbackSettings("127.0.0.1", 0, TOKEN, "network-events"),
                        plain.kafka());
        Path token = Files.writeString(directory.resolve("callback-token"), TOKEN);
        BrisketConfig config = config(token);
        clients = new KafkaClients(config.kafka());
        cluster = OverlayMiniCluster.start(config, directory);
    }

    static SuiteWorld start(long seed, FundingPlan funding, Path directory) throws Exception {
        SimulatedWorld world = SimulatedWorld.start(seed, funding);
        try {
            return new SuiteWorld(world, directory);
        } catch (Exception e) {
            world.close();
            throw e;
        }
    }

    private BrisketConfig config(Path token) {
        String url = "http://127.0.0.1:" + callbacks.port() + "/callback";
        return BrisketConfig.load(
                world.configYaml()
                        // However busy the machine is, slow answers are not what this is about.
                        .replace("spv:\n", "spv:\n  validation-timeout: 60 s\n")
                        .replace(
                                "    poll-interval: 100 ms\n",
                                "    poll-interval: 100 ms\n    finality-depth: %d\n"
                                        .formatted(FINALITY_DEPTH))
                        .replace(
                                "extended-format-broadcasting:\n",
                                """
                                extended-format-broadcasting:
                                  callback-url: %s
                                  callback-token-file: %s
                                """
                                        .formatted(url, token)));
    }

    SimulatedNetwork network() {
        return world.network();
    }

    NetworkLedger book() {
        return world.network().ledger();
    }

    OverlayMiniCluster cluster() {
        return cluster;
    }

    KafkaClients clients() {
        return clients;
    }

    String bootstrapServers() {
        return world.bootstrapServers();
    }

    /** All values of a topic, from its beginning. */
    List<JsonNode> values(String topic) throws IOException {
        return world.values(topic);
    }

    @Override
    public void close() throws IOException {
        cluster.close();
        callbacks.close();
        world.close();
    }
}
