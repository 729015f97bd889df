package org.brisket.operators;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.beef.BeefExamples;
import org.brisket.protocol.beef.BeefLimits;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.submission.Header;
import org.brisket.protocol.submission.KafkaRecord;

/** Records of the submissions topic. */
public final class ExampleRecords {
    private static final long TIMESTAMP = 1_700_000_000_000L;

    private ExampleRecords() {}

    /** The example BEEF of BRC-62. */
    public static byte[] beef() {
        try {
            return Hex.decode(BeefExamples.BRC_62);
        } catch (MalformedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Beef parsed() {
        try {
            return Beef.parse(beef(), BeefLimits.DEFAULT);
        } catch (MalformedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A submission; headers are pairs of name and value. */
    public static KafkaRecord record(byte[] value, String... headers) {
        List<Header> list = new ArrayList<>();
        for (int i = 0; i < headers.length; i += 2) {
            list.add(Header.of(headers[i], headers[i + 1]));
        }
        byte[] key = "key".getBytes(StandardCharsets.UTF_8);
        return new KafkaRecord("beef-submissions", 3, 42, TIMESTAMP, key, value, list);
    }

    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
