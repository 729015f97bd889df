package org.brisket.job.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Records of topics as text, one line each: topic, partition, key and value, then headers as {@code
 * name=value}, with tabs in between. Keys and values of records are in hexadecimal; a key that is
 * not there is {@code -}. Values of headers are UTF-8.
 */
final class RecordFile {
    private static final String NOTHING = "-";

    private RecordFile() {}

    static void write(Path file, List<ProducerRecord<byte[], byte[]>> records) throws IOException {
        Files.write(file, records.stream().map(RecordFile::line).toList());
    }

    static List<ProducerRecord<byte[], byte[]>> read(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(RecordFile::record).toList();
    }

    /** What a reader got, to be written again. */
    static ProducerRecord<byte[], byte[]> copy(ConsumerRecord<byte[], byte[]> read) {
        return new ProducerRecord<>(
                read.topic(), read.partition(), read.key(), read.value(), read.headers());
    }

    private static String line(ProducerRecord<byte[], byte[]> record) {
        String key = record.key() == null ? NOTHING : HexFormat.of().formatHex(record.key());
        String headers =
                StreamSupport.stream(record.headers().spliterator(), false)
                        .map(RecordFile::header)
                        .collect(Collectors.joining());
        return "%s\t%d\t%s\t%s"
                        .formatted(
                                record.topic(),
                                record.partition(),
                                key,
                                HexFormat.of().formatHex(record.value()))
                + headers;
    }

    private static String header(Header header) {
        return "\t" + header.key() + "=" + new String(header.value(), UTF_8);
    }

    private static ProducerRecord<byte[], byte[]> record(String line) {
        String[] fields = line.split("\t", -1);
        byte[] key = fields[2].equals(NOTHING) ? null : HexFormat.of().parseHex(fields[2]);
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(
                        fields[0],
                        Integer.valueOf(fields[1]),
                        key,
                        HexFormat.of().parseHex(fields[3]));
        for (int field = 4; field < fields.length; field++) {
            int end = fields[field].indexOf('=');
            byte[] value = fields[field].substring(end + 1).getBytes(UTF_8);
            record.headers().add(fields[field].substring(0, end), value);
        }
        return record;
    }
}
