package org.brisket.connectors.kafka;

import java.util.Map;

/** A topic to be created, with the broker's default replication. */
public record TopicSpec(String name, int partitions, Map<String, String> configuration) {
    public TopicSpec {
        configuration = Map.copyOf(configuration);
    }

    /** A topic that takes records as large as {@link ExactlyOnceKafkaSink} writes. */
    public static TopicSpec of(String name, int partitions) {
        return new TopicSpec(
                name,
                partitions,
                Map.of("max.message.bytes", String.valueOf(ExactlyOnceKafkaSink.MAX_RECORD_BYTES)));
    }
}
