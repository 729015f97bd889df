package org.brisket.job.local.traffic;

import java.util.Optional;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.hash.Txid;

/**
 * A submission as it was sent: its id, what kind of submission it is, what must become of it, the
 * subject if it has one, the fingerprint of the whole record, and when it was sent ({@link
 * System#nanoTime}).
 */
public record SentSubmission(
        String id,
        String kind,
        Expectation expected,
        Optional<Txid> txid,
        ByteSlice fingerprint,
        long sentNanos) {}
