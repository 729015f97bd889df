package org.brisket.state.codec;

import java.io.IOException;
import java.io.Serializable;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Writes and reads one immutable type. The class name stands in every savepoint and is never
 * changed; a codec has a public constructor without parameters and no state.
 *
 * <p>Each value begins with a version byte. A codec writes its newest version and reads all
 * versions that it ever wrote.
 */
public abstract class Codec<T> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Class<T> type;
    private final int version;

    protected Codec(Class<T> type, int version) {
        this.type = type;
        this.version = version;
    }

    public final Class<T> type() {
        return type;
    }

    public final void write(T value, DataOutputView out) throws IOException {
        out.writeByte(version);
        writeFields(value, out);
    }

    public final T read(DataInputView in) throws IOException {
        int written = in.readUnsignedByte();
        if (written < 1 || written > version) {
            throw new IOException(
                    type.getSimpleName()
                            + " was written in version "
                            + written
                            + "; this build reads 1 to "
                            + version);
        }
        return readFields(written, in);
    }

    protected abstract void writeFields(T value, DataOutputView out) throws IOException;

    protected abstract T readFields(int version, DataInputView in) throws IOException;

    /** The type information that makes Flink use this codec. */
    public final CodecTypeInfo<T> typeInfo() {
        return new CodecTypeInfo<>(this);
    }
}
