package org.brisket.protocol.overlay;

import java.util.ArrayList;
import java.util.List;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.TransactionBuilder;
import org.brisket.protocol.transaction.TransactionOutput;

/**
 * Puts together a transaction with its source outputs, as plug-ins see them. Scripts are not run by
 * plug-ins, so inputs have empty unlocking scripts. Where no outpoint is given it is one that no
 * other input of the transaction has.
 */
public final class SampleTransaction {
    private final TransactionBuilder builder = new TransactionBuilder();
    private final List<TransactionOutput> sources = new ArrayList<>();
    private final List<Integer> live = new ArrayList<>();
    private int outputs;

    /** An input that spends a live coin with this locking script. */
    public SampleTransaction coin(Outpoint outpoint, byte[] lockingScript) {
        live.add(sources.size());
        return foreign(outpoint, lockingScript);
    }

    public SampleTransaction coin(byte[] lockingScript) {
        return coin(outpoint(sources.size()), lockingScript);
    }

    /** An input that spends an output which is no live coin. */
    public SampleTransaction foreign(Outpoint outpoint, byte[] lockingScript) {
        builder.input(outpoint, new byte[0]);
        sources.add(new TransactionOutput(1, ByteSlice.of(lockingScript)));
        return this;
    }

    public SampleTransaction foreign(byte[] lockingScript) {
        return foreign(outpoint(sources.size()), lockingScript);
    }

    /** An input of a mined transaction whose source output nobody told. */
    public SampleTransaction unknown() {
        builder.input(outpoint(sources.size()), new byte[0]);
        sources.add(TransactionOutput.UNKNOWN);
        return this;
    }

    public SampleTransaction output(byte[] lockingScript) {
        builder.output(1, lockingScript);
        outputs++;
        return this;
    }

    /** The outpoint of the input at an index, where none was given. */
    public static Outpoint outpoint(int input) {
        return new Outpoint(new Txid(1, 2, 3, 4), input);
    }

    /** The indices of the inputs that spend live coins. */
    public List<Integer> live() {
        return List.copyOf(live);
    }

    /** The transaction; it gets an input or an output if it has none, as every transaction does. */
    public ExtendedTransaction build() {
        if (sources.isEmpty()) {
            foreign(new byte[] {0x51});
        }
        if (outputs == 0) {
            output(new byte[] {0x51});
        }
        return new ExtendedTransaction(builder.build(), sources);
    }

    public TopicTransaction forTopic() {
        return new TopicTransaction(build(), live(), ByteSlice.EMPTY);
    }
}
