package org.brisket.protocol.bytes;

/**
 * A bounds-checked cursor over bytes. All integers are little-endian; varints must be in their
 * shortest form, because a txid is computed over canonical bytes.
 */
public final class ByteReader {
    private final byte[] array;
    private final int end;
    private int position;

    public ByteReader(byte[] array) {
        this(array, 0, array.length);
    }

    public ByteReader(byte[] array, int offset, int length) {
        this.array = array;
        this.position = offset;
        this.end = offset + length;
    }

    public int position() {
        return position;
    }

    public int remaining() {
        return end - position;
    }

    public byte[] array() {
        return array;
    }

    public int readUnsignedByte() throws MalformedException {
        require(1, "byte");
        return array[position++] & 0xFF;
    }

    public int readInt() throws MalformedException {
        require(4, "bytes of an integer");
        int value = LittleEndian.readInt(array, position);
        position += 4;
        return value;
    }

    public long readUnsignedInt() throws MalformedException {
        return readInt() & 0xFFFFFFFFL;
    }

    public long readLong() throws MalformedException {
        require(8, "bytes of an integer");
        long value = LittleEndian.readLong(array, position);
        position += 8;
        return value;
    }

    /** A varint in shortest form, at most 2^63-1. */
    public long readVarint() throws MalformedException {
        int first = readUnsignedByte();
        switch (first) {
            case 0xFD:
                require(2, "bytes of a varint");
                long two = (array[position] & 0xFFL) | (array[position + 1] & 0xFFL) << 8;
                position += 2;
                return canonical(two, 0xFD);
            case 0xFE:
                return canonical(readUnsignedInt(), 0x10000L);
            case 0xFF:
                long eight = readLong();
                if (eight < 0) {
                    throw MalformedException.of("varint %s is too large", unsigned(eight));
                }
                return canonical(eight, 0x100000000L);
            default:
                return first;
        }
    }

    /**
     * A varint that counts items, refused before anything is allocated when that many items of at
     * least {@code bytesPerItem} bytes cannot follow.
     */
    public int readCount(int bytesPerItem, String what) throws MalformedException {
        long count = readVarint();
        if (count > remaining() / bytesPerItem) {
            throw MalformedException.of(
                    "%d %s announced, but only %d bytes follow", count, what, remaining());
        }
        return (int) count;
    }

    public ByteSlice readSlice(int length) throws MalformedException {
        require(length, "bytes");
        ByteSlice slice = ByteSlice.of(array, position, length);
        position += length;
        return slice;
    }

    public void skip(int length) throws MalformedException {
        require(length, "bytes");
        position += length;
    }

    /** Bytes preceded by their length as a varint. */
    public ByteSlice readVarSlice(String what) throws MalformedException {
        long length = readVarint();
        if (length > remaining()) {
            throw MalformedException.of(
                    "%d bytes of %s announced, but only %d bytes follow",
                    length, what, remaining());
        }
        return readSlice((int) length);
    }

    public void expectEnd(String what) throws MalformedException {
        if (remaining() > 0) {
            throw MalformedException.of("%d bytes follow the end of the %s", remaining(), what);
        }
    }

    private void require(int length, String what) throws MalformedException {
        if (length > end - position) {
            throw MalformedException.of(
                    "input ends: %d %s expected at byte %d, %d left",
                    length, what, position, end - position);
        }
    }

    private static long canonical(long value, long smallest) throws MalformedException {
        if (value < smallest) {
            throw MalformedException.of("varint %d is not in its shortest form", value);
        }
        return value;
    }

    private static String unsigned(long value) {
        return Long.toUnsignedString(value);
    }
}
