package org.brisket.simulator.chain;

import java.nio.charset.StandardCharsets;
import org.brisket.protocol.bytes.ByteWriter;
import org.brisket.protocol.hash.Sha256;

/**
 * An endless supply of pseudo-random 32-byte values, each named by a purpose and a number: the same
 * seed, purpose and number always give the same value, in whatever order they are asked for.
 */
public record SeededBytes(long seed) {
    public byte[] at(String purpose, long number) {
        byte[] label = purpose.getBytes(StandardCharsets.UTF_8);
        return Sha256.hash(
                new ByteWriter(label.length + 17)
                        .writeLong(seed)
                        .writeVarBytes(label)
                        .writeLong(number)
                        .toByteArray());
    }
}
