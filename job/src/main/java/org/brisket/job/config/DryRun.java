package org.brisket.job.config;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;

/**
 * A configuration for a job that only says what it would do: it reads what the real one reads, in a
 * consumer group of its own, writes to topics of its own, and sends nothing to the network.
 */
public final class DryRun {
    /** Stands ahead of the name of every topic that the dry run writes or is asked through. */
    public static final String TOPIC_PREFIX = "dry-run.";

    private static final String SUFFIX = "-dry-run";

    private DryRun() {}

    public static BrisketConfig of(BrisketConfig config) {
        return with(
                config,
                Map.of(
                        "kafka",
                        kafka(config.kafka()),
                        "extendedFormatBroadcasting",
                        with(config.extendedFormatBroadcasting(), Map.of("enabled", false))));
    }

    private static KafkaConfig kafka(KafkaConfig kafka) {
        return with(
                kafka,
                Map.of(
                        "consumerGroup",
                        kafka.consumerGroup() + SUFFIX,
                        "transactionalIdPrefix",
                        kafka.transactionalIdPrefix() + SUFFIX,
                        "topics",
                        topics(kafka.topics())));
    }

    private static KafkaTopics topics(KafkaTopics topics) {
        return with(
                topics,
                Map.of(
                        "results", TOPIC_PREFIX + topics.results(),
                        "admissions", TOPIC_PREFIX + topics.admissions(),
                        "rollbacks", TOPIC_PREFIX + topics.rollbacks(),
                        "rejections", TOPIC_PREFIX + topics.rejections(),
                        "decisions", TOPIC_PREFIX + topics.decisions(),
                        "stateQueries", TOPIC_PREFIX + topics.stateQueries(),
                        "stateAnswers", TOPIC_PREFIX + topics.stateAnswers(),
                        "transactions", TOPIC_PREFIX + topics.transactions()));
    }

    /** A copy in which some components differ; those that come to the record later come along. */
    @SuppressWarnings("unchecked")
    private static <R extends Record> R with(R original, Map<String, Object> changes) {
        RecordComponent[] components = original.getClass().getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = new Object[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                Object change = changes.get(components[i].getName());
                values[i] = change == null ? components[i].getAccessor().invoke(original) : change;
            }
            return (R) original.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record that cannot be copied", e);
        }
    }
}
