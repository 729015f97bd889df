package org.brisket.job.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.brisket.protocol.hash.Sha256;

/** The last so many places at which submissions were read, as 64 bits of a hash each. */
final class RecentSources {
    private final long[] ring;
    private final Set<Long> known = new HashSet<>();
    private int next;
    private boolean full;

    RecentSources(int size) {
        ring = new long[size];
    }

    /** False if it is among the last ones already. */
    boolean add(String source) {
        long hash = ByteBuffer.wrap(Sha256.hash(source.getBytes(StandardCharsets.UTF_8))).getLong();
        if (!known.add(hash)) {
            return false;
        }
        if (full) {
            known.remove(ring[next]);
        }
        ring[next] = hash;
        next = (next + 1) % ring.length;
        full |= next == 0;
        return true;
    }
}
