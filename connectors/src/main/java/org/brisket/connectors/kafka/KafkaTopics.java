package org.brisket.connectors.kafka;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.brisket.connectors.kafka.KafkaAdministration.KafkaFailure;

/** Creates the topics of a local or test cluster; a real one gets them from its operators. */
public final class KafkaTopics {
    private KafkaTopics() {}

    /**
     * Creates what does not exist yet and leaves the rest as it is.
     *
     * @return the names of the topics that were created
     * @throws IllegalStateException when a topic can be neither found nor created
     */
    public static List<String> createMissing(KafkaSettings settings, Collection<TopicSpec> topics) {
        List<NewTopic> wanted = topics.stream().map(KafkaTopics::newTopic).toList();
        List<String> created = new ArrayList<>();
        try (Admin admin = KafkaAdministration.open(settings)) {
            Map<String, KafkaFuture<Void>> results = admin.createTopics(wanted).values();
            for (TopicSpec topic : topics) {
                if (isNew(topic.name(), results.get(topic.name()))) {
                    created.add(topic.name());
                }
            }
        }
        return created;
    }

    private static NewTopic newTopic(TopicSpec topic) {
        return new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
                .configs(topic.configuration());
    }

    private static boolean isNew(String name, KafkaFuture<Void> result) {
        try {
            KafkaAdministration.await(result);
            return true;
        } catch (KafkaFailure e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw new IllegalStateException(
                    "Kafka topic " + name + " cannot be created: " + e.getMessage(), e);
        }
    }
}
