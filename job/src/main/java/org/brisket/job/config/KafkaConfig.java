package org.brisket.job.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.brisket.job.config.binding.Key;
import org.brisket.job.config.binding.Problems;
import org.brisket.job.config.binding.Section;
import org.brisket.job.config.value.ClientProperties;

/** The Kafka broker, and how the job's clients present themselves to it. */
public record KafkaConfig(
        @Key(
                        byDefault = "localhost:9092",
                        meaning = "Brokers to start from, host:port separated by commas")
                String bootstrapServers,
        @Key(
                        byDefault = "brisket",
                        meaning =
                                "Consumer group whose committed offsets show how far the job has read")
                String consumerGroup,
        @Key(
                        byDefault = "brisket",
                        meaning =
                                "Prefix of the job's transactional ids; two jobs on one broker must differ")
                String transactionalIdPrefix,
        @Key(
                        byDefault = "15 min",
                        min = "10 s",
                        max = "1 d",
                        meaning =
                                "How long a transaction may stay open: above every outage to be survived, and at most"
                                        + " the broker's transaction.max.timeout.ms, which is 15 min unless changed")
                Duration transactionTimeout,
        @Key(meaning = "Names of the topics") KafkaTopics topics,
        @Key(
                        meaning =
                                "More properties for every Kafka client, for example security.protocol; values"
                                        + " that look secret are shown as ***")
                ClientProperties properties)
        implements Section {

    private static final Pattern HOST_AND_PORT =
            Pattern.compile("[^\\s:,]+:\\d{1,5}|\\[[0-9a-fA-F:]+]:\\d{1,5}");

    /** What decides exactly-once delivery and is therefore not for the file to say. */
    private static final List<String> OURS =
            List.of(
                    "bootstrap.servers",
                    "group.id",
                    "isolation.level",
                    "enable.auto.commit",
                    "enable.idempotence",
                    "acks",
                    "transactional.id",
                    "transaction.timeout.ms",
                    "key.serializer",
                    "value.serializer",
                    "key.deserializer",
                    "value.deserializer");

    /** Whether a text names brokers as {@code host:port,host:port}. */
    public static boolean isServerList(String text) {
        return Arrays.stream(text.split(",", -1))
                .allMatch(server -> HOST_AND_PORT.matcher(server.strip()).matches());
    }

    /** The same configuration for other brokers. */
    public KafkaConfig withBootstrapServers(String servers) {
        return new KafkaConfig(
                servers,
                consumerGroup,
                transactionalIdPrefix,
                transactionTimeout,
                topics,
                properties);
    }

    @Override
    public void check(Problems problems) {
        if (!isServerList(bootstrapServers)) {
            problems.refuse("bootstrap-servers", bootstrapServers, "must be host:port,host:port");
        }
        for (String name : properties.asMap().keySet()) {
            if (OURS.contains(name)) {
                problems.at("properties").add(name, "is set by Brisket, must be left out");
            }
        }
    }
}
