package org.brisket.connectors.kafka;

import java.util.HashMap;
import java.util.Map;

/** A topic to be created, with the broker's default replication. */
public record TopicSpec(String name, int partitions, Map<String, String> configuration) {
    public TopicSpec {
        configuration = Map.copyOf(configuration);
    }

    /** The same topic, which keeps the latest record of each key and no other for ever. */
    public TopicSpec compacted() {
        Map<String, String> more = new HashMap<>(configuration);
        more.put("cleanup.policy", "compact");
        return new TopicSpec(name, partitions, more);
    }

    /** A topic that takes records as large as {@link ExactlyOnceKafkaSink} writes. */
    public static TopicSpec of(String name, int partitions) {
        return new TopicSpec(
                name,
                partitions,
                Map.of("max.message.bytes", String.valueOf(ExactlyOnceKafkaSink.MAX_RECORD_BYTES)));
    }
}
