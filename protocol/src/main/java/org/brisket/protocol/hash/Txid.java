package org.brisket.protocol.hash;

import org.brisket.protocol.bytes.ByteReader;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.MalformedException;

/**
 * The id of a transaction: the double SHA-256 of its standard serialisation. Four big-endian words
 * of the hash in internal order, the order in which SHA-256 leaves it; {@link #toString()} prints
 * display order, which is the reverse.
 */
public record Txid(long word0, long word1, long word2, long word3) implements Comparable<Txid> {

    /** Reads 32 bytes in internal order. */
    public static Txid fromInternal(byte[] bytes, int offset) {
        return new Txid(
                Words.at(bytes, offset),
                Words.at(bytes, offset + 8),
                Words.at(bytes, offset + 16),
                Words.at(bytes, offset + 24));
    }

    public static Txid fromInternal(byte[] bytes) {
        return fromInternal(Words.requireLength(bytes), 0);
    }

    public static Txid read(ByteReader reader) throws MalformedException {
        ByteSlice slice = reader.readSlice(32);
        return fromInternal(slice.array(), slice.offset());
    }

    /** Reads 64 hexadecimal characters in display order. */
    public static Txid fromDisplayHex(String hex) throws MalformedException {
        return fromInternal(Words.internalFromDisplay(hex), 0);
    }

    public byte[] toInternal() {
        byte[] bytes = new byte[32];
        writeInternal(bytes, 0);
        return bytes;
    }

    public void writeInternal(byte[] target, int offset) {
        Words.put(target, offset, word0, word1, word2, word3);
    }

    @Override
    public int compareTo(Txid other) {
        return Words.compare(
                word0, word1, word2, word3, other.word0, other.word1, other.word2, other.word3);
    }

    /** Written out, because Flink partitions stored state by it: it must never change. */
    @Override
    public int hashCode() {
        int hash = Long.hashCode(word0);
        hash = 31 * hash + Long.hashCode(word1);
        hash = 31 * hash + Long.hashCode(word2);
        return 31 * hash + Long.hashCode(word3);
    }

    /** Display order, lower-case hexadecimal. */
    @Override
    public String toString() {
        return Words.displayHex(toInternal());
    }
}
