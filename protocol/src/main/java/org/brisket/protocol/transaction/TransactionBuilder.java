package org.brisket.protocol.transaction;

import java.util.ArrayList;
import java.util.List;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.ByteWriter;
import org.brisket.protocol.bytes.MalformedException;

/** Assembles a transaction from its parts. */
public final class TransactionBuilder {
    public static final long FINAL_SEQUENCE = 0xFFFFFFFFL;

    private record Input(Outpoint previousOutput, ByteSlice unlockingScript, long sequence) {}

    private final List<Input> inputs = new ArrayList<>();
    private final List<TransactionOutput> outputs = new ArrayList<>();
    private int version = 1;
    private long lockTime;

    public TransactionBuilder version(int value) {
        version = value;
        return this;
    }

    public TransactionBuilder lockTime(long value) {
        lockTime = value;
        return this;
    }

    public TransactionBuilder input(Outpoint previousOutput, byte[] unlockingScript) {
        return input(previousOutput, unlockingScript, FINAL_SEQUENCE);
    }

    public TransactionBuilder input(
            Outpoint previousOutput, byte[] unlockingScript, long sequence) {
        inputs.add(new Input(previousOutput, ByteSlice.of(unlockingScript), sequence));
        return this;
    }

    public TransactionBuilder output(long satoshis, byte[] lockingScript) {
        outputs.add(new TransactionOutput(satoshis, ByteSlice.of(lockingScript)));
        return this;
    }

    /** The same transaction with another unlocking script at one input. */
    public TransactionBuilder unlock(int input, byte[] unlockingScript) {
        Input old = inputs.get(input);
        inputs.set(
                input,
                new Input(old.previousOutput(), ByteSlice.of(unlockingScript), old.sequence()));
        return this;
    }

    public Transaction build() {
        ByteWriter writer = new ByteWriter();
        writer.writeInt(version).writeVarint(inputs.size());
        for (Input input : inputs) {
            writer.write(input.previousOutput().txid().toInternal());
            writer.writeUnsignedInt(input.previousOutput().index());
            writer.writeVarSlice(input.unlockingScript()).writeUnsignedInt(input.sequence());
        }
        writer.writeVarint(outputs.size());
        for (TransactionOutput output : outputs) {
            writer.writeLong(output.satoshis()).writeVarSlice(output.lockingScript());
        }
        byte[] bytes = writer.writeUnsignedInt(lockTime).toByteArray();
        try {
            return Transaction.parse(bytes);
        } catch (MalformedException e) {
            throw new IllegalStateException("built a transaction that does not parse", e);
        }
    }
}
