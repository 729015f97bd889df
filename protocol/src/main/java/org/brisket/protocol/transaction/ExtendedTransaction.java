package org.brisket.protocol.transaction;

import java.util.ArrayList;
import java.util.List;
import org.brisket.protocol.bytes.ByteReader;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.ByteWriter;
import org.brisket.protocol.bytes.MalformedException;

/**
 * A transaction together with the outputs that it spends, one per input: what Extended Format
 * (BRC-30) carries. The source outputs read from bytes are the sender's claims; only a verified
 * submission makes them facts.
 *
 * <pre>
 * version i32 | 00 00 00 00 00 EF | nIn varint | inputs | nOut varint | outputs | lockTime u32
 * input: as usual | source satoshis i64 | source script length varint | source locking script
 * </pre>
 */
public record ExtendedTransaction(Transaction transaction, List<TransactionOutput> sourceOutputs) {
    private static final byte[] MARKER = {0, 0, 0, 0, 0, (byte) 0xEF};
    private static final int SMALLEST_INPUT = 50;

    public ExtendedTransaction {
        sourceOutputs = List.copyOf(sourceOutputs);
        if (sourceOutputs.size() != transaction.inputCount()) {
            throw new IllegalStateException(
                    sourceOutputs.size()
                            + " source outputs for "
                            + transaction.inputCount()
                            + " inputs");
        }
    }

    public static boolean looksExtended(byte[] bytes) {
        if (bytes.length < 4 + MARKER.length) {
            return false;
        }
        return ByteSlice.of(bytes, 4, MARKER.length).equals(ByteSlice.of(MARKER));
    }

    /** Parses bytes that hold one Extended Format transaction and nothing else. */
    public static ExtendedTransaction parse(byte[] bytes) throws MalformedException {
        ByteReader reader = new ByteReader(bytes);
        ExtendedTransaction transaction = read(reader);
        reader.expectEnd("Extended Format transaction");
        return transaction;
    }

    /**
     * Parses what {@link #toBytes} wrote of a transaction that was verified.
     *
     * @throws IllegalStateException if the bytes are anything else, which is a bug
     */
    public static ExtendedTransaction ofVerified(byte[] bytes) {
        try {
            return parse(bytes);
        } catch (MalformedException e) {
            throw new IllegalStateException("a verified transaction no longer parses", e);
        }
    }

    public static ExtendedTransaction read(ByteReader reader) throws MalformedException {
        ByteWriter standard = new ByteWriter(reader.remaining());
        standard.write(reader.readSlice(4));
        if (!reader.readSlice(MARKER.length).equals(ByteSlice.of(MARKER))) {
            throw new MalformedException("the Extended Format marker 0000000000ef is missing");
        }
        List<TransactionOutput> sources = readInputs(reader, standard);
        int outputCount = reader.readCount(9, "outputs");
        standard.writeVarint(outputCount);
        for (int i = 0; i < outputCount; i++) {
            standard.write(reader.readSlice(8));
            standard.writeVarSlice(reader.readVarSlice("a locking script"));
        }
        standard.write(reader.readSlice(4));
        return new ExtendedTransaction(Transaction.parse(standard.toByteArray()), sources);
    }

    private static List<TransactionOutput> readInputs(ByteReader reader, ByteWriter standard)
            throws MalformedException {
        int count = reader.readCount(SMALLEST_INPUT, "inputs");
        standard.writeVarint(count);
        List<TransactionOutput> sources = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            standard.write(reader.readSlice(36));
            standard.writeVarSlice(reader.readVarSlice("an unlocking script"));
            standard.write(reader.readSlice(4));
            long satoshis = reader.readLong();
            sources.add(new TransactionOutput(satoshis, reader.readVarSlice("a source script")));
        }
        return sources;
    }

    public byte[] toBytes() {
        ByteWriter writer = new ByteWriter(transaction.size() + 64 * sourceOutputs.size());
        writer.write(transaction.bytes().slice(0, 4)).write(MARKER);
        writer.writeVarint(transaction.inputCount());
        for (int i = 0; i < transaction.inputCount(); i++) {
            TransactionOutput source = sourceOutputs.get(i);
            writer.write(transaction.previousOutputBytes(i));
            writer.writeVarSlice(transaction.unlockingScript(i));
            writer.writeUnsignedInt(transaction.sequence(i));
            writer.writeLong(source.satoshis()).writeVarSlice(source.lockingScript());
        }
        writer.writeVarint(transaction.outputCount()).write(transaction.allOutputBytes());
        return writer.writeUnsignedInt(transaction.lockTime()).toByteArray();
    }
}
