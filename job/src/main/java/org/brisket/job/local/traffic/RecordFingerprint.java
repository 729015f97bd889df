package org.brisket.job.local.traffic;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.hash.Sha256;
import org.brisket.protocol.submission.Header;

/** A SHA-256 over a record's key, value and headers: equal only if all bytes are. */
public final class RecordFingerprint {
    private RecordFingerprint() {}

    public static ByteSlice of(byte[] key, byte[] value, List<Header> headers) {
        Sha256 digest = new Sha256();
        add(digest, key);
        add(digest, value);
        for (Header header : headers) {
            add(digest, header.name().getBytes(StandardCharsets.UTF_8));
            add(digest, header.value());
        }
        return ByteSlice.of(digest.finish());
    }

    /** With its length, so that no two records look alike by moving a byte across a border. */
    private static void add(Sha256 digest, byte[] part) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        digest.update(part);
    }
}
