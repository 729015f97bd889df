package org.brisket.state.codec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.Outpoint;

/** The building blocks of codecs: lengths are 1 to 5 byte integers, seven bits in each. */
public final class Fields {
    /** Larger than any record that gets past the size limit. */
    private static final int MAX_BYTES = 256 * 1024 * 1024;

    private Fields() {}

    /** Writes one element of a list. */
    public interface Writer<T> {
        void write(T value, DataOutputView out) throws IOException;
    }

    /** Reads one element of a list. */
    public interface Reader<T> {
        T read(DataInputView in) throws IOException;
    }

    public static void writeLength(int value, DataOutputView out) throws IOException {
        int rest = value;
        while ((rest & ~0x7F) != 0) {
            out.writeByte((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }

    public static int readLength(DataInputView in) throws IOException {
        long value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int next = in.readUnsignedByte();
            value |= (next & 0x7FL) << shift;
            if ((next & 0x80) == 0) {
                return checkLength(value);
            }
        }
        throw new IOException("a length of more than five bytes");
    }

    public static void writeBytes(byte[] bytes, DataOutputView out) throws IOException {
        writeLength(bytes.length, out);
        out.write(bytes);
    }

    public static byte[] readBytes(DataInputView in) throws IOException {
        byte[] bytes = new byte[readLength(in)];
        in.readFully(bytes);
        return bytes;
    }

    public static void writeText(String text, DataOutputView out) throws IOException {
        writeBytes(text.getBytes(StandardCharsets.UTF_8), out);
    }

    public static String readText(DataInputView in) throws IOException {
        return new String(readBytes(in), StandardCharsets.UTF_8);
    }

    public static void writeTxid(Txid txid, DataOutputView out) throws IOException {
        out.writeLong(txid.word0());
        out.writeLong(txid.word1());
        out.writeLong(txid.word2());
        out.writeLong(txid.word3());
    }

    public static Txid readTxid(DataInputView in) throws IOException {
        return new Txid(in.readLong(), in.readLong(), in.readLong(), in.readLong());
    }

    public static void writeOutpoint(Outpoint outpoint, DataOutputView out) throws IOException {
        writeTxid(outpoint.txid(), out);
        out.writeInt((int) outpoint.index());
    }

    public static Outpoint readOutpoint(DataInputView in) throws IOException {
        return new Outpoint(readTxid(in), in.readInt() & 0xFFFFFFFFL);
    }

    public static <T> void writeList(List<T> list, DataOutputView out, Writer<T> writer)
            throws IOException {
        writeLength(list.size(), out);
        for (T value : list) {
            writer.write(value, out);
        }
    }

    public static <T> List<T> readList(DataInputView in, Reader<T> reader) throws IOException {
        int size = readLength(in);
        // The count is ours, but a damaged one must not allocate before the reader fails.
        List<T> list = new ArrayList<>(Math.min(size, 1024));
        for (int i = 0; i < size; i++) {
            list.add(reader.read(in));
        }
        return List.copyOf(list);
    }

    public static void writeIndices(List<Integer> indices, DataOutputView out) throws IOException {
        writeList(indices, out, Fields::writeLength);
    }

    public static List<Integer> readIndices(DataInputView in) throws IOException {
        return readList(in, Fields::readLength);
    }

    public static <T> void writeOptional(Optional<T> value, DataOutputView out, Writer<T> writer)
            throws IOException {
        out.writeBoolean(value.isPresent());
        if (value.isPresent()) {
            writer.write(value.get(), out);
        }
    }

    public static <T> Optional<T> readOptional(DataInputView in, Reader<T> reader)
            throws IOException {
        return in.readBoolean() ? Optional.of(reader.read(in)) : Optional.empty();
    }

    private static int checkLength(long length) throws IOException {
        if (length < 0 || length > MAX_BYTES) {
            throw new IOException("a length of " + length);
        }
        return (int) length;
    }
}
