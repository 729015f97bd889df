package org.brisket.connectors.kafka;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.brisket.protocol.submission.Header;
import org.brisket.protocol.submission.KafkaRecord;

/** Takes over a consumed record as it is, whatever its bytes are. Cannot fail. */
final class KafkaRecordReader implements KafkaRecordDeserializationSchema<KafkaRecord> {
    private static final long serialVersionUID = 1L;
    private static final byte[] ABSENT = new byte[0];

    @Override
    public void deserialize(
            ConsumerRecord<byte[], byte[]> consumed, Collector<KafkaRecord> collector) {
        collector.collect(read(consumed));
    }

    static KafkaRecord read(ConsumerRecord<byte[], byte[]> consumed) {
        List<Header> headers = new ArrayList<>();
        consumed.headers()
                .forEach(header -> headers.add(new Header(header.key(), present(header.value()))));
        return new KafkaRecord(
                consumed.topic(),
                consumed.partition(),
                consumed.offset(),
                consumed.timestamp(),
                present(consumed.key()),
                present(consumed.value()),
                headers);
    }

    private static byte[] present(byte[] bytes) {
        return bytes == null ? ABSENT : bytes;
    }

    @Override
    public TypeInformation<KafkaRecord> getProducedType() {
        return new KafkaRecordType();
    }
}
