package org.brisket.job.local;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.brisket.connectors.callback.CallbackReceiver;
import org.brisket.connectors.callback.CallbackSettings;
import org.brisket.connectors.kafka.KafkaPreflight;
import org.brisket.connectors.kafka.TopicSpec;
import org.brisket.job.config.BrisketConfig;
import org.brisket.job.config.KafkaTopics;
import org.brisket.job.failure.ExplainedFailure;
import org.brisket.job.local.summary.NetworkEffects;
import org.brisket.job.local.traffic.Answers;
import org.brisket.job.local.traffic.KafkaClients;
import org.brisket.job.local.traffic.OutputReader;
import org.brisket.job.local.traffic.OutputWatcher;
import org.brisket.job.local.traffic.Records;
import org.brisket.job.topology.ConnectorSettings;
import org.brisket.simulator.broker.BrokerOptions;
import org.brisket.simulator.broker.EmbeddedKafka;
import org.brisket.simulator.chain.SimulatedChain;
import org.brisket.simulator.http.SimulatedNetwork;
import org.brisket.simulator.http.SimulatedNetworkOptions;
import org.brisket.simulator.scenario.Scenario;
import org.brisket.simulator.workload.Workload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that a job needs around it, on one machine: broker, simulated network, receiver of its
 * callbacks, the job on its cluster, and the watcher of what it writes. Closing stops the parts in
 * the opposite order.
 */
final class LocalWorld implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalWorld.class);

    /** Short, so that one sees transactions being confirmed. */
    static final Duration BLOCK_INTERVAL = Duration.ofSeconds(3);

    private static final int MIN_PARTITIONS = 2;

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final LocalOptions options;
    private final PrintWriter out;
    private final Answers answers = new Answers();
    private final Records records = new Records();
    private final NetworkEffects effects = new NetworkEffects();
    private final String runName = "brisket-local-" + UUID.randomUUID();
    private StateDirectory files;
    private SimulatedNetwork network;
    private KafkaClients clients;
    private OutputWatcher watcher;
    private DashboardPort dashboard;
    private LocalJob job;

    private LocalWorld(LocalOptions options, PrintWriter out) {
        this.options = options;
        this.out = out;
    }

    /** Starts all parts; if one cannot start, those that have are stopped again. */
    static LocalWorld start(
            LocalOptions options, Workload workload, StopSignal stop, PrintWriter out)
            throws Exception {
        LocalWorld world = new LocalWorld(options, out);
        try {
            world.startParts(workload, stop);
            return world;
        } catch (Exception e) {
            world.close();
            throw e;
        }
    }

    private void startParts(Workload workload, StopSignal stop) throws Exception {
        dashboard = DashboardPort.choose(options.dashboardPort());
        LocalConfig config = new LocalConfig(options.config());
        files = opened(StateDirectory.open(options.stateDirectory()));
        config.withBroker(startBroker(), runName);
        startNetwork(workload);
        config.withNetwork(network);
        startTopics(config.load());
        config.withCallbacks(startCallbacks(config.load()), tokenFile());
        startJob(config.load(), stop);
    }

    private String startBroker() {
        if (options.bootstrapServers().isPresent()) {
            say("Kafka", options.bootstrapServers().get() + " (external)");
            return options.bootstrapServers().get();
        }
        EmbeddedKafka kafka =
                opened(
                        EmbeddedKafka.start(
                                BrokerOptions.defaults().withDirectory(files.resolve("kafka"))));
        say("Kafka", kafka.bootstrapServers());
        return kafka.bootstrapServers();
    }

    private void startNetwork(Workload workload) {
        SimulatedChain chain = new SimulatedChain(options.seed(), workload.funding());
        network = opened(SimulatedNetwork.start(chain, SimulatedNetworkOptions.defaults()));
        network.ledger().addListener(effects);
        say(
                "BSV network",
                "http://127.0.0.1:%d (simulated: 2 ARC endpoints, 3 header services)"
                        .formatted(network.port()));
    }

    /** Blocks come from now on. */
    void startMining() {
        network.mineEvery(options.scenario().map(Scenario::blockInterval).orElse(BLOCK_INTERVAL));
    }

    private void startTopics(BrisketConfig config) {
        ConnectorSettings connectors = new ConnectorSettings(config);
        requireNone(KafkaPreflight.check(connectors.kafka(), List.of()));
        int partitions = Math.max(MIN_PARTITIONS, options.parallelism());
        String compacted = config.kafka().topics().transactions();
        List<TopicSpec> topics =
                connectors.topics().stream()
                        .map(name -> TopicSpec.of(name, partitions))
                        .map(topic -> topic.name().equals(compacted) ? topic.compacted() : topic)
                        .toList();
        org.brisket.connectors.kafka.KafkaTopics.createMissing(connectors.kafka(), topics);
        clients = new KafkaClients(config.kafka());
        KafkaTopics names = config.kafka().topics();
        clients.beginAt(
                clients.ends(
                        List.of(
                                names.submissions(),
                                names.decisions(),
                                names.networkEvents(),
                                names.stateQueries())));
        OutputReader reader = new OutputReader(names, answers, records);
        Map<TopicPartition, Long> ends = clients.ends(reader.topics());
        watcher = opened(new OutputWatcher(clients.committedReader(), ends, reader));
    }

    private static void requireNone(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new ExplainedFailure(problems.get(0));
        }
    }

    private Path tokenFile() {
        return files.resolve("callback-token");
    }

    private String startCallbacks(BrisketConfig config) throws IOException {
        Files.writeString(tokenFile(), UUID.randomUUID().toString());
        CallbackSettings settings =
                new CallbackSettings(
                        "127.0.0.1",
                        0,
                        Files.readString(tokenFile()),
                        config.kafka().topics().networkEvents());
        CallbackReceiver receiver =
                opened(CallbackReceiver.start(settings, new ConnectorSettings(config).kafka()));
        return "http://127.0.0.1:" + receiver.port() + "/callback";
    }

    private void startJob(BrisketConfig config, StopSignal stop) throws Exception {
        say(
                "dashboard",
                dashboard.url()
                        + (dashboard.usualTaken()
                                ? " (port " + DashboardPort.USUAL + " is in use)"
                                : ""));
        options.prometheusPort()
                .ifPresent(port -> say("metrics", "http://localhost:" + port + "/metrics"));
        EmbeddedFlink flink =
                new EmbeddedFlink(
                                dashboard,
                                files.folder("flink"),
                                options.parallelism(),
                                options.checkpointInterval())
                        .withPrometheus(options.prometheusPort());
        opened((AutoCloseable) clients::abortOpenTransactions);
        job = opened(LocalJob.submit(flink, dashboard, config));
        job.awaitRunning(stop);
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
    }

    private void say(String part, String where) {
        out.println("  %-11s %s".formatted(part, where));
        out.flush();
    }

    Answers answers() {
        return answers;
    }

    Records records() {
        return records;
    }

    NetworkEffects effects() {
        return effects;
    }

    SimulatedNetwork network() {
        return network;
    }

    KafkaClients clients() {
        return clients;
    }

    OutputWatcher watcher() {
        return watcher;
    }

    LocalJob job() {
        return job;
    }

    String dashboardUrl() {
        return dashboard.url();
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            AutoCloseable part = parts.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("{} did not stop in order", part, e);
            }
        }
    }
}
