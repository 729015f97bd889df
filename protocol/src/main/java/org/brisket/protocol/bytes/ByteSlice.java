package org.brisket.protocol.bytes;

import java.util.Arrays;

/**
 * A read-only view of part of a byte array, with value equality. It keeps the array it looks at
 * alive; call {@link #toByteArray()} for a copy.
 */
public final class ByteSlice {
    public static final ByteSlice EMPTY = new ByteSlice(new byte[0], 0, 0);

    private final byte[] array;
    private final int offset;
    private final int length;

    private ByteSlice(byte[] array, int offset, int length) {
        this.array = array;
        this.offset = offset;
        this.length = length;
    }

    /** Looks at the whole array, which must not change afterwards. */
    public static ByteSlice of(byte[] array) {
        return new ByteSlice(array, 0, array.length);
    }

    public static ByteSlice of(byte[] array, int offset, int length) {
        if (offset < 0 || length < 0 || offset > array.length - length) {
            throw new IllegalStateException(
                    "slice " + offset + "+" + length + " of an array of " + array.length);
        }
        return new ByteSlice(array, offset, length);
    }

    public int length() {
        return length;
    }

    public boolean isEmpty() {
        return length == 0;
    }

    /** The byte at the given index as an unsigned value. */
    public int at(int index) {
        if (index < 0 || index >= length) {
            throw new IllegalStateException("index " + index + " of a slice of " + length);
        }
        return array[offset + index] & 0xFF;
    }

    public ByteSlice slice(int from, int count) {
        if (from < 0 || count < 0 || from > length - count) {
            throw new IllegalStateException(
                    "slice " + from + "+" + count + " of a slice of " + length);
        }
        return new ByteSlice(array, offset + from, count);
    }

    public byte[] toByteArray() {
        return Arrays.copyOfRange(array, offset, offset + length);
    }

    /** The viewed array itself, for hashing without a copy. Never write to it. */
    public byte[] array() {
        return array;
    }

    /** Where the view begins in {@link #array()}. */
    public int offset() {
        return offset;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ByteSlice that
                && Arrays.equals(
                        array,
                        offset,
                        offset + length,
                        that.array,
                        that.offset,
                        that.offset + that.length);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + array[i];
        }
        return hash;
    }

    @Override
    public String toString() {
        return Hex.encode(array, offset, length);
    }
}
