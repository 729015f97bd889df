package org.brisket.simulator.broker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;

/** The Kafka settings of a broker that is its own and only controller. */
final class BrokerSettings {
    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    /** Two hours: above any outage that a sink's open transaction has to survive. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofHours(2);

    private BrokerSettings() {}

    static Properties of(Path data, int port, int controllerPort, Map<String, String> overrides) {
        Properties properties = new Properties();
        addNetwork(properties, port, controllerPort);
        addSingleReplica(properties);
        properties.put("log.dirs", data.toString());
        properties.put("auto.create.topics.enable", "false");
        properties.put("group.initial.rebalance.delay.ms", "0");
        properties.put("log.cleaner.dedupe.buffer.size", "16777216");
        properties.put("transaction.max.timeout.ms", "" + LONGEST_TRANSACTION.toMillis());
        properties.put("message.max.bytes", "16777216");
        properties.put("replica.fetch.max.bytes", "16777216");
        properties.putAll(overrides);
        return properties;
    }

    private static void addNetwork(Properties properties, int port, int controllerPort) {
        String broker = "PLAINTEXT://127.0.0.1:" + port;
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", "" + NODE_ID);
        properties.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
        properties.put("listeners", broker + ",CONTROLLER://127.0.0.1:" + controllerPort);
        properties.put("advertised.listeners", broker);
        properties.put("controller.listener.names", CONTROLLER_LISTENER);
        properties.put("inter.broker.listener.name", "PLAINTEXT");
        properties.put(
                "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    }

    /** With one node every internal topic has one replica; few partitions start faster. */
    private static void addSingleReplica(Properties properties) {
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("offsets.topic.num.partitions", "1");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("transaction.state.log.num.partitions", "4");
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
    }
}
