package org.brisket.connectors.kafka;

import java.io.Serializable;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * How to reach the brokers. The properties are handed to every Kafka client as they are, for
 * example its security settings; they may tune anything but what exactly-once delivery rests on.
 *
 * @param bootstrapServers {@code host:port}, comma separated
 * @param groupId the consumer group, one per deployment
 * @param transactionalIdPrefix unique per deployment and never changed; what a sink finds under it
 *     at start, it aborts
 * @param transactionTimeoutMillis how long a transaction may stay open: above the longest outage to
 *     be survived without loss, at most the brokers' transaction.max.timeout.ms
 */
public record KafkaSettings(
        String bootstrapServers,
        String groupId,
        String transactionalIdPrefix,
        long transactionTimeoutMillis,
        Map<String, String> properties)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    public KafkaSettings {
        properties = Map.copyOf(properties);
        if (transactionTimeoutMillis <= 0 || transactionTimeoutMillis > Integer.MAX_VALUE) {
            throw new IllegalStateException(
                    "a transaction timeout of " + transactionTimeoutMillis + " ms");
        }
    }

    /** What every client starts from. */
    Properties clientProperties() {
        Properties client = new Properties();
        properties.forEach(client::setProperty);
        client.setProperty("bootstrap.servers", bootstrapServers);
        return client;
    }

    /** Names the properties without their values, which may be passwords. */
    @Override
    public String toString() {
        return "KafkaSettings[bootstrapServers=%s, groupId=%s, transactionalIdPrefix=%s, transactionTimeoutMillis=%d, properties=%s]"
                .formatted(
                        bootstrapServers,
                        groupId,
                        transactionalIdPrefix,
                        transactionTimeoutMillis,
                        new TreeMap<>(properties).keySet());
    }
}
