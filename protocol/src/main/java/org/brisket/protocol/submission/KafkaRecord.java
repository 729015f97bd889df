package org.brisket.protocol.submission;

import java.util.List;
import java.util.Optional;

/** A record as it was read, byte for byte. An absent key or value is an empty array. */
public record KafkaRecord(
        String topic,
        int partition,
        long offset,
        long timestamp,
        byte[] key,
        byte[] value,
        List<Header> headers) {
    public KafkaRecord {
        headers = List.copyOf(headers);
    }

    /** The last header of that name, which is the one that counts. */
    public Optional<Header> header(String name) {
        for (int i = headers.size() - 1; i >= 0; i--) {
            if (headers.get(i).name().equals(name)) {
                return Optional.of(headers.get(i));
            }
        }
        return Optional.empty();
    }

    public RecordPosition position() {
        return new RecordPosition(topic, partition, offset);
    }
}
