package org.brisket.job.check;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.FeatureMetadata;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;

/** What kind of brokers they are. */
final class BrokerChecks {
    private static final String FEATURE = "transaction.version";

    /** With it a late record cannot enter the next transaction of its producer (KIP-890). */
    private static final short SAFE_TRANSACTIONS = 2;

    private final Admin admin;
    private final Findings findings;

    BrokerChecks(Admin admin, Findings findings) {
        this.admin = admin;
        this.findings = findings;
    }

    void run() throws ExecutionException, TimeoutException, InterruptedException {
        checkFeature(KafkaChecks.await(admin.describeFeatures().featureMetadata()));
        Collection<Node> nodes = KafkaChecks.await(admin.describeCluster().nodes());
        for (Node node : nodes.stream().limit(1).toList()) {
            checkTopicCreation(node);
        }
    }

    void checkFeature(FeatureMetadata features) {
        var supported = features.supportedFeatures().get(FEATURE);
        if (supported == null || supported.maxVersion() < SAFE_TRANSACTIONS) {
            findings.problem(
                    "the Kafka brokers are too old: they know no %s %d, must be 4.0 or newer, because"
                            + " older ones can tear a transaction apart",
                    FEATURE, SAFE_TRANSACTIONS);
            return;
        }
        var finalized = features.finalizedFeatures().get(FEATURE);
        int level = finalized == null ? 0 : finalized.maxVersionLevel();
        if (level < SAFE_TRANSACTIONS) {
            findings.problem(
                    "the Kafka cluster's %s is %d, must be %d: kafka-features.sh upgrade --feature %s=%d",
                    FEATURE, level, SAFE_TRANSACTIONS, FEATURE, SAFE_TRANSACTIONS);
        }
    }

    /** A misspelt topic would come into being, with one partition and the wrong settings. */
    private void checkTopicCreation(Node node)
            throws ExecutionException, TimeoutException, InterruptedException {
        ConfigResource broker = new ConfigResource(ConfigResource.Type.BROKER, node.idString());
        Config config =
                KafkaChecks.await(admin.describeConfigs(List.of(broker)).values().get(broker));
        ConfigEntry entry = config.get("auto.create.topics.enable");
        if (entry != null && "true".equals(entry.value())) {
            findings.warn(
                    "the brokers' auto.create.topics.enable is true: a client with a misspelt topic"
                            + " creates it");
        }
    }
}
