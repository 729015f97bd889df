package org.brisket.connectors.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.brisket.protocol.submission.Header;
import org.brisket.protocol.submission.KafkaRecord;
import org.junit.jupiter.api.Test;

class KafkaRecordReaderTest {
    @Test
    void takesOverPositionTimeBytesAndHeadersInOrder() {
        RecordHeaders headers = new RecordHeaders();
        headers.add("a", new byte[] {1}).add("a", new byte[] {2}).add("b", null);

        KafkaRecord read =
                KafkaRecordReader.read(consumed(new byte[] {7}, new byte[] {8}, headers));

        assertThat(read.position()).hasToString("submissions-4-99");
        assertThat(read.timestamp()).isEqualTo(123);
        assertThat(read.key()).containsExactly(7);
        assertThat(read.value()).containsExactly(8);
        assertThat(read.headers()).extracting(Header::name).containsExactly("a", "a", "b");
        assertThat(read.headers().get(1).value()).containsExactly(2);
        assertThat(read.headers().get(2).value()).isEmpty();
    }

    @Test
    void readsAnAbsentKeyAndValueAsEmpty() {
        KafkaRecord read = KafkaRecordReader.read(consumed(null, null, new RecordHeaders()));

        assertThat(read.key()).isEmpty();
        assertThat(read.value()).isEmpty();
    }

    private static ConsumerRecord<byte[], byte[]> consumed(
            byte[] key, byte[] value, RecordHeaders headers) {
        return new ConsumerRecord<>(
                "submissions",
                4,
                99,
                123,
                TimestampType.CREATE_TIME,
                0,
                0,
                key,
                value,
                headers,
                Optional.empty());
    }
}
