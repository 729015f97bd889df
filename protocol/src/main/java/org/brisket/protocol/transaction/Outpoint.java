package org.brisket.protocol.transaction;

import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;

/**
 * A coin's name: the transaction that made it and the index of the output there. The index is an
 * unsigned 32-bit number, kept in a long.
 */
public record Outpoint(Txid txid, long index) implements Comparable<Outpoint> {
    private static final long NULL_INDEX = 0xFFFFFFFFL;

    public Outpoint {
        if (index < 0 || index > NULL_INDEX) {
            throw new IllegalStateException("output index " + index + " is not unsigned 32-bit");
        }
    }

    /** Reads {@code <txid in display order>.<index>}. */
    public static Outpoint parse(String text) throws MalformedException {
        int dot = text.indexOf('.');
        if (dot != 64 || !text.substring(dot + 1).matches("0|[1-9][0-9]{0,9}")) {
            throw MalformedException.of("not an outpoint <txid>.<index>: %.90s", text);
        }
        long index = Long.parseLong(text.substring(dot + 1));
        if (index > NULL_INDEX) {
            throw MalformedException.of("output index %d is not 32-bit", index);
        }
        return new Outpoint(Txid.fromDisplayHex(text.substring(0, dot)), index);
    }

    /** True for the outpoint that only a coinbase spends: 32 zero bytes and the largest index. */
    public boolean isNull() {
        return index == NULL_INDEX
                && (txid.word0() | txid.word1() | txid.word2() | txid.word3()) == 0;
    }

    @Override
    public int compareTo(Outpoint other) {
        int byTxid = txid.compareTo(other.txid);
        return byTxid != 0 ? byTxid : Long.compare(index, other.index);
    }

    @Override
    public String toString() {
        return txid + "." + index;
    }
}
