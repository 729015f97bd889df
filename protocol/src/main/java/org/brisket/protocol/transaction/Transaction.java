package org.brisket.protocol.transaction;

import java.util.ArrayList;
import java.util.List;
import org.brisket.protocol.bytes.ByteReader;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.LittleEndian;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Sha256;
import org.brisket.protocol.hash.Txid;

/**
 * A transaction in its standard serialisation (BRC-12), read in place: it indexes the bytes that it
 * was parsed from and copies none of them.
 *
 * <pre>
 * version i32 | nIn varint | inputs | nOut varint | outputs | lockTime u32
 * input:  previous txid 32 | index u32 | script length varint | unlocking script | sequence u32
 * output: satoshis i64 | script length varint | locking script
 * </pre>
 *
 * Parsing checks the shape only; the rules about values are in the SPV package.
 */
public final class Transaction {
    /** Lock times below are block heights, from here on seconds since 1970. */
    public static final long FIRST_TIME_LOCK = 500_000_000L;

    private static final int SMALLEST_INPUT = 41;
    private static final int SMALLEST_OUTPUT = 9;

    private final ByteSlice bytes;

    /** For each input where it starts and where its script starts, then where the last ends. */
    private final int[] inputs;

    /** The same for outputs. */
    private final int[] outputs;

    private Txid txid;

    /** Made when they are asked for: verification looks at each several times. */
    private Outpoint[] previousOutputs;

    private Transaction(ByteSlice bytes, int[] inputs, int[] outputs) {
        this.bytes = bytes;
        this.inputs = inputs;
        this.outputs = outputs;
    }

    /** Parses bytes that hold one transaction and nothing else. */
    public static Transaction parse(byte[] bytes) throws MalformedException {
        ByteReader reader = new ByteReader(bytes);
        Transaction transaction = read(reader);
        reader.expectEnd("transaction");
        return transaction;
    }

    /** Reads one transaction and leaves the reader behind it. */
    public static Transaction read(ByteReader reader) throws MalformedException {
        int start = reader.position();
        reader.skip(4);
        int[] inputs = readInputs(reader);
        int[] outputs = readOutputs(reader);
        reader.skip(4);
        ByteSlice bytes = ByteSlice.of(reader.array(), start, reader.position() - start);
        return new Transaction(bytes, inputs, outputs);
    }

    private static int[] readInputs(ByteReader reader) throws MalformedException {
        int count = reader.readCount(SMALLEST_INPUT, "inputs");
        if (count == 0) {
            throw new MalformedException("a transaction without inputs");
        }
        int[] index = new int[2 * count + 1];
        for (int i = 0; i < count; i++) {
            index[2 * i] = reader.position();
            reader.skip(36);
            int length = reader.readCount(1, "bytes of an unlocking script");
            index[2 * i + 1] = reader.position();
            reader.skip(length);
            reader.skip(4);
        }
        index[2 * count] = reader.position();
        return index;
    }

    private static int[] readOutputs(ByteReader reader) throws MalformedException {
        int count = reader.readCount(SMALLEST_OUTPUT, "outputs");
        if (count == 0) {
            throw new MalformedException("a transaction without outputs");
        }
        int[] index = new int[2 * count + 1];
        for (int i = 0; i < count; i++) {
            index[2 * i] = reader.position();
            reader.skip(8);
            int length = reader.readCount(1, "bytes of a locking script");
            index[2 * i + 1] = reader.position();
            reader.skip(length);
        }
        index[2 * count] = reader.position();
        return index;
    }

    /** The id, computed from the bytes once. */
    public Txid txid() {
        if (txid == null) {
            txid = Txid.fromInternal(Sha256.get().update(bytes).finishDouble());
        }
        return txid;
    }

    /** The standard serialisation. */
    public ByteSlice bytes() {
        return bytes;
    }

    public int size() {
        return bytes.length();
    }

    public int version() {
        return LittleEndian.readInt(bytes.array(), bytes.offset());
    }

    /** A block height below {@link #FIRST_TIME_LOCK}, else seconds since 1970. */
    public long lockTime() {
        int at = bytes.offset() + bytes.length() - 4;
        return LittleEndian.readInt(bytes.array(), at) & 0xFFFFFFFFL;
    }

    public int inputCount() {
        return inputs.length / 2;
    }

    public int outputCount() {
        return outputs.length / 2;
    }

    /** The 36 bytes of an input's previous txid (internal order) and index. */
    public ByteSlice previousOutputBytes(int input) {
        return ByteSlice.of(bytes.array(), inputStart(input), 36);
    }

    public Outpoint previousOutput(int input) {
        checkInput(input);
        if (previousOutputs == null) {
            previousOutputs = new Outpoint[inputCount()];
        }
        if (previousOutputs[input] == null) {
            previousOutputs[input] = readPreviousOutput(inputStart(input));
        }
        return previousOutputs[input];
    }

    private Outpoint readPreviousOutput(int at) {
        return new Outpoint(
                Txid.fromInternal(bytes.array(), at),
                LittleEndian.readInt(bytes.array(), at + 32) & 0xFFFFFFFFL);
    }

    public ByteSlice unlockingScript(int input) {
        int start = inputs[2 * checkInput(input) + 1];
        return ByteSlice.of(bytes.array(), start, inputs[2 * input + 2] - 4 - start);
    }

    public long sequence(int input) {
        int at = inputs[2 * checkInput(input) + 2] - 4;
        return LittleEndian.readInt(bytes.array(), at) & 0xFFFFFFFFL;
    }

    /** The value of an output as it stands in the bytes; it may be out of range. */
    public long satoshis(int output) {
        return LittleEndian.readLong(bytes.array(), outputs[2 * checkOutput(output)]);
    }

    public ByteSlice lockingScript(int output) {
        int start = outputs[2 * checkOutput(output) + 1];
        return ByteSlice.of(bytes.array(), start, outputs[2 * output + 2] - start);
    }

    /** One output as it is serialised: value, script length, script. */
    public ByteSlice outputBytes(int output) {
        int start = outputs[2 * checkOutput(output)];
        return ByteSlice.of(bytes.array(), start, outputs[2 * output + 2] - start);
    }

    /** All outputs as they are serialised, without their count. */
    public ByteSlice allOutputBytes() {
        int start = outputs[0];
        return ByteSlice.of(bytes.array(), start, outputs[outputs.length - 1] - start);
    }

    public TransactionOutput output(int output) {
        return new TransactionOutput(satoshis(output), lockingScript(output));
    }

    public List<TransactionOutput> outputs() {
        List<TransactionOutput> list = new ArrayList<>(outputCount());
        for (int i = 0; i < outputCount(); i++) {
            list.add(output(i));
        }
        return list;
    }

    /**
     * True when the only input spends nothing: such a transaction can only be proven by a block.
     */
    public boolean isCoinbase() {
        return inputCount() == 1 && previousOutput(0).isNull();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Transaction that && bytes.equals(that.bytes);
    }

    @Override
    public int hashCode() {
        return bytes.hashCode();
    }

    @Override
    public String toString() {
        return txid().toString();
    }

    private int inputStart(int input) {
        return inputs[2 * checkInput(input)];
    }

    private int checkInput(int input) {
        if (input < 0 || input >= inputCount()) {
            throw new IllegalStateException("input " + input + " of " + inputCount());
        }
        return input;
    }

    private int checkOutput(int output) {
        if (output < 0 || output >= outputCount()) {
            throw new IllegalStateException("output " + output + " of " + outputCount());
        }
        return output;
    }
}
