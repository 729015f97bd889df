package org.brisket.bench.attack;

import java.util.List;
import org.brisket.protocol.bytes.ByteWriter;
import org.brisket.protocol.transaction.Transaction;

/** Writes BEEF V2 whose paths need not parse. */
final class RawBeef {
    private static final int V2 = 0xEFBE0002;

    private RawBeef() {}

    /** One path that proves one transaction, and the subject. */
    static byte[] write(byte[] bump, Transaction proven, Transaction subject) {
        return write(List.of(bump), List.of(proven), subject);
    }

    /** Paths that prove the transactions of the same numbers, and the subject. */
    static byte[] write(List<byte[]> bumps, List<Transaction> proven, Transaction subject) {
        ByteWriter bytes = new ByteWriter().writeInt(V2).writeVarint(bumps.size());
        bumps.forEach(bytes::write);
        bytes.writeVarint(proven.size() + 1L);
        for (int i = 0; i < proven.size(); i++) {
            bytes.writeByte(1).writeVarint(i).write(proven.get(i).bytes());
        }
        return bytes.writeByte(0).write(subject.bytes()).toByteArray();
    }
}
