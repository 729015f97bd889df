package org.brisket.bench.forge;

import java.nio.ByteBuffer;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Sha256;
import org.brisket.protocol.key.PrivateKey;

/** An endless row of private keys; the same seed gives the same row. */
public final class SeededKeys {
    private final long seed;
    private long taken;

    public SeededKeys(long seed) {
        this.seed = seed;
    }

    /** The next key of the row; no key is given out twice. */
    public PrivateKey next() {
        byte[] number = ByteBuffer.allocate(16).putLong(seed).putLong(taken++).array();
        try {
            return PrivateKey.parse(Sha256.hash(number));
        } catch (MalformedException e) {
            throw new IllegalStateException("seed " + seed + " gives no key " + (taken - 1), e);
        }
    }
}
