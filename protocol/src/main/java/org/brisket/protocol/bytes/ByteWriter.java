package org.brisket.protocol.bytes;

import java.util.Arrays;

/** A growing buffer of wire bytes. All integers are little-endian, varints shortest. */
public final class ByteWriter {
    private byte[] array;
    private int length;

    public ByteWriter() {
        this(256);
    }

    public ByteWriter(int initialCapacity) {
        array = new byte[Math.max(16, initialCapacity)];
    }

    public int length() {
        return length;
    }

    public ByteWriter writeByte(int value) {
        ensure(1);
        array[length++] = (byte) value;
        return this;
    }

    public ByteWriter writeInt(int value) {
        ensure(4);
        LittleEndian.writeInt(array, length, value);
        length += 4;
        return this;
    }

    public ByteWriter writeUnsignedInt(long value) {
        return writeInt((int) value);
    }

    public ByteWriter writeLong(long value) {
        ensure(8);
        LittleEndian.writeLong(array, length, value);
        length += 8;
        return this;
    }

    public ByteWriter writeVarint(long value) {
        if (value < 0) {
            throw new IllegalStateException("negative varint " + value);
        }
        if (value < 0xFD) {
            return writeByte((int) value);
        }
        if (value <= 0xFFFF) {
            return writeByte(0xFD).writeByte((int) value).writeByte((int) (value >> 8));
        }
        if (value <= 0xFFFFFFFFL) {
            return writeByte(0xFE).writeUnsignedInt(value);
        }
        return writeByte(0xFF).writeLong(value);
    }

    public ByteWriter write(byte[] bytes) {
        return write(bytes, 0, bytes.length);
    }

    public ByteWriter write(byte[] bytes, int offset, int count) {
        ensure(count);
        System.arraycopy(bytes, offset, array, length, count);
        length += count;
        return this;
    }

    public ByteWriter write(ByteSlice slice) {
        return write(slice.array(), slice.offset(), slice.length());
    }

    /** Bytes preceded by their length as a varint. */
    public ByteWriter writeVarSlice(ByteSlice slice) {
        return writeVarint(slice.length()).write(slice);
    }

    public ByteWriter writeVarBytes(byte[] bytes) {
        return writeVarint(bytes.length).write(bytes);
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(array, length);
    }

    /** Forgets what was written, and keeps the room for it. */
    public ByteWriter clear() {
        length = 0;
        return this;
    }

    /** What was written so far, without a copy; valid until the next write. */
    public ByteSlice view() {
        return ByteSlice.of(array, 0, length);
    }

    private void ensure(int more) {
        if (more > array.length - length) {
            int wanted = Math.addExact(length, more);
            int doubled = array.length > Integer.MAX_VALUE / 2 ? wanted : array.length * 2;
            array = Arrays.copyOf(array, Math.max(wanted, doubled));
        }
    }
}
