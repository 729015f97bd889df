package org.brisket.connectors.kafka;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetIdentifier;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.brisket.protocol.submission.OutboundRecord;

/**
 * Turns an outgoing record into a producer's record. It knows all topics that it may write to: the
 * sink looks there, and only there, for transactions that an earlier run left open.
 */
final class OutboundRecordWriter
        implements KafkaRecordSerializationSchema<OutboundRecord>, KafkaDatasetFacetProvider {
    private static final long serialVersionUID = 1L;

    private final Set<String> topics;

    OutboundRecordWriter(Collection<String> topics) {
        this.topics = new TreeSet<>(topics);
        if (this.topics.isEmpty()) {
            throw new IllegalStateException("a sink without topics");
        }
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
            OutboundRecord outbound, KafkaSinkContext context, Long timestamp) {
        if (!topics.contains(outbound.topic())) {
            throw new IllegalStateException(
                    "a record for topic " + outbound.topic() + ", the sink has " + topics);
        }
        List<org.apache.kafka.common.header.Header> headers = new ArrayList<>();
        outbound.headers()
                .forEach(header -> headers.add(new RecordHeader(header.name(), header.value())));
        return new ProducerRecord<>(
                outbound.topic(), null, keyOrNull(outbound.key()), outbound.value(), headers);
    }

    /** Without a key the producer spreads records; with an empty one they would all meet. */
    private static byte[] keyOrNull(byte[] key) {
        return key.length == 0 ? null : key;
    }

    @Override
    public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
        return Optional.of(
                new DefaultKafkaDatasetFacet(
                        DefaultKafkaDatasetIdentifier.ofTopics(List.copyOf(topics))));
    }
}
