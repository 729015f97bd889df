package org.brisket.connectors.chain;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * The whole of a header feed: how far each tracker, by name, has been read.
 *
 * @param positions the lowest height that has not been read
 */
public record HeaderFeedSplit(Map<String, Long> positions) implements SourceSplit {
    public HeaderFeedSplit {
        positions = Map.copyOf(positions);
    }

    @Override
    public String splitId() {
        return "headers";
    }

    /** Number of trackers u16, then for each its name (modified UTF-8) and position i64. */
    static final class Serializer implements SimpleVersionedSerializer<HeaderFeedSplit> {
        private static final int VERSION = 1;

        @Override
        public int getVersion() {
            return VERSION;
        }

        @Override
        public byte[] serialize(HeaderFeedSplit split) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeShort(split.positions.size());
            for (Map.Entry<String, Long> each : new TreeMap<>(split.positions).entrySet()) {
                out.writeUTF(each.getKey());
                out.writeLong(each.getValue());
            }
            return bytes.toByteArray();
        }

        @Override
        public HeaderFeedSplit deserialize(int version, byte[] serialized) throws IOException {
            if (version != VERSION) {
                throw new IOException("a header feed of version " + version + ", not " + VERSION);
            }
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(serialized));
            Map<String, Long> positions = new TreeMap<>();
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                positions.put(in.readUTF(), in.readLong());
            }
            return new HeaderFeedSplit(positions);
        }
    }
}
