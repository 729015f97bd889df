package org.brisket.protocol.hash;

import org.brisket.protocol.bytes.ByteReader;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.MalformedException;

/**
 * The id of a block: the double SHA-256 of its 80-byte header. Four big-endian words of the hash in
 * internal order, the order in which SHA-256 leaves it; {@link #toString()} prints display order,
 * which is the reverse.
 */
public record BlockHash(long word0, long word1, long word2, long word3)
        implements Comparable<BlockHash> {

    /** Reads 32 bytes in internal order. */
    public static BlockHash fromInternal(byte[] bytes, int offset) {
        return new BlockHash(
                Words.at(bytes, offset),
                Words.at(bytes, offset + 8),
                Words.at(bytes, offset + 16),
                Words.at(bytes, offset + 24));
    }

    public static BlockHash fromInternal(byte[] bytes) {
        return fromInternal(Words.requireLength(bytes), 0);
    }

    public static BlockHash read(ByteReader reader) throws MalformedException {
        ByteSlice slice = reader.readSlice(32);
        return fromInternal(slice.array(), slice.offset());
    }

    /** Reads 64 hexadecimal characters in display order. */
    public static BlockHash fromDisplayHex(String hex) throws MalformedException {
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
    public int compareTo(BlockHash other) {
        return Words.compare(
                word0, word1, word2, word3, other.word0, other.word1, other.word2, other.word3);
    }

    /** Display order, lower-case hexadecimal. */
    @Override
    public String toString() {
        return Words.displayHex(toInternal());
    }
}
