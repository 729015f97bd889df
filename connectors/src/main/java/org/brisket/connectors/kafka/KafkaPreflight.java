package org.brisket.connectors.kafka;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.brisket.connectors.kafka.KafkaAdministration.KafkaFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What must be true of the brokers before a job starts, because a job that finds out itself
 * restarts for ever or loses output.
 */
public final class KafkaPreflight {
    /** In the problem that the brokers do not answer, beside which nothing else is known. */
    public static final String UNREACHABLE = "cannot be reached";

    private static final Logger LOG = LoggerFactory.getLogger(KafkaPreflight.class);
    private static final String BROKER_LIMIT = "transaction.max.timeout.ms";

    private KafkaPreflight() {}

    /** The problems found, one line each; empty when all is well. Takes seconds at most. */
    public static List<String> check(KafkaSettings settings, Collection<String> requiredTopics) {
        List<String> problems = new ArrayList<>();
        try (Admin admin = KafkaAdministration.open(settings)) {
            Collection<Node> brokers = KafkaAdministration.await(admin.describeCluster().nodes());
            findMissingTopics(admin, requiredTopics, problems);
            brokers.stream()
                    .findFirst()
                    .ifPresent(broker -> compareTimeouts(admin, broker, settings, problems));
        } catch (KafkaException | KafkaFailure e) {
            problems.add(
                    "Kafka at %s %s: %s"
                            .formatted(
                                    settings.bootstrapServers(),
                                    UNREACHABLE,
                                    KafkaAdministration.reason(e)));
        }
        return problems;
    }

    private static void findMissingTopics(
            Admin admin, Collection<String> topics, List<String> problems) {
        Map<String, KafkaFuture<TopicDescription>> descriptions =
                admin.describeTopics(topics).topicNameValues();
        for (String topic : topics) {
            try {
                KafkaAdministration.await(descriptions.get(topic));
            } catch (KafkaFailure e) {
                problems.add(
                        e.getCause() instanceof UnknownTopicOrPartitionException
                                ? "Kafka topic %s does not exist".formatted(topic)
                                : "Kafka topic %s cannot be used: %s"
                                        .formatted(topic, KafkaAdministration.reason(e)));
            }
        }
    }

    /** Brokers of one cluster share the limit, so one of them is asked. */
    private static void compareTimeouts(
            Admin admin, Node broker, KafkaSettings settings, List<String> problems) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.BROKER, broker.idString());
        try {
            Config config =
                    KafkaAdministration.await(
                            admin.describeConfigs(List.of(resource)).values().get(resource));
            long limit = Long.parseLong(config.get(BROKER_LIMIT).value());
            if (settings.transactionTimeoutMillis() > limit) {
                problems.add(
                        "the sink's transaction timeout of %d ms is above the brokers' %s of %d ms"
                                .formatted(
                                        settings.transactionTimeoutMillis(), BROKER_LIMIT, limit));
            }
        } catch (KafkaFailure e) {
            // Often not permitted; then the sink itself will say so when it starts.
            LOG.warn(
                    "the brokers' {} could not be read: {}",
                    BROKER_LIMIT,
                    KafkaAdministration.reason(e));
        }
    }
}
