package org.brisket.protocol.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Fixed-width little-endian integers inside byte arrays. */
public final class LittleEndian {
    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private LittleEndian() {}

    public static int readInt(byte[] array, int offset) {
        return (int) INT.get(array, offset);
    }

    public static long readLong(byte[] array, int offset) {
        return (long) LONG.get(array, offset);
    }

    public static void writeInt(byte[] array, int offset, int value) {
        INT.set(array, offset, value);
    }

    public static void writeLong(byte[] array, int offset, long value) {
        LONG.set(array, offset, value);
    }
}
