package org.brisket.bench.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.brisket.connectors.kafka.KafkaSettings;
import org.brisket.connectors.kafka.KafkaTopics;
import org.brisket.connectors.kafka.TopicSpec;

/** Broker and network, each in a process of its own, and the folder where all of it lies. */
final class World implements AutoCloseable {
    private final Path folder;
    private final ChildJvm broker;
    private final ChildJvm network;
    private final String brokers;
    private final NetworkAddresses addresses;

    private World(Path folder, ChildJvm broker, ChildJvm network) throws IOException {
        this.folder = folder;
        this.broker = broker;
        this.network = network;
        this.brokers = broker.hear();
        broker.ignoreOutput();
        this.addresses = NetworkAddresses.ofLine(network.hear());
    }

    static World start(Path folder, long seed, int count) throws IOException {
        ChildJvm broker =
                ChildJvm.start(
                        "broker",
                        folder,
                        List.of("-Xmx1g"),
                        BrokerMain.class.getName(),
                        List.of(folder.resolve("kafka").toString()));
        ChildJvm network =
                ChildJvm.start(
                        "network",
                        folder,
                        List.of("-Xmx3g"),
                        NetworkMain.class.getName(),
                        List.of(String.valueOf(seed), String.valueOf(count)));
        return new World(folder, broker, network);
    }

    Path folder() {
        return folder;
    }

    ChildJvm broker() {
        return broker;
    }

    ChildJvm network() {
        return network;
    }

    String brokers() {
        return brokers;
    }

    JobConfig config(String run) {
        return new JobConfig(run, brokers, addresses);
    }

    void createTopics(List<String> names, int partitions) {
        KafkaSettings settings =
                new KafkaSettings(brokers, "bench", "bench", 60_000, java.util.Map.of());
        KafkaTopics.createMissing(
                settings, names.stream().map(name -> TopicSpec.of(name, partitions)).toList());
    }

    /** How many of these transactions the network does not hold. */
    long missing(List<String> txids) throws IOException {
        Path file = folder.resolve("txids");
        Files.write(file, txids);
        return Long.parseLong(network.ask(file.toString()));
    }

    @Override
    public void close() {
        network.close();
        broker.close();
    }
}
