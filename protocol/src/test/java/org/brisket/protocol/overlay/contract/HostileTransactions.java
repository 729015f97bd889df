package org.brisket.protocol.overlay.contract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.transaction.Outpoint;
import org.brisket.protocol.transaction.TransactionBuilder;
import org.brisket.protocol.transaction.TransactionOutput;

/**
 * Transactions with hostile scripts in outputs and source outputs; the same seed, the same ones.
 */
final class HostileTransactions {
    private final Random random;
    private final HostileScripts scripts;

    HostileTransactions(long seed, Collection<ExtendedTransaction> examples) {
        random = new Random(seed);
        scripts = new HostileScripts(random, scriptsOf(examples));
    }

    private static List<byte[]> scriptsOf(Collection<ExtendedTransaction> examples) {
        List<byte[]> found = new ArrayList<>();
        for (ExtendedTransaction example : examples) {
            example.transaction()
                    .outputs()
                    .forEach(output -> found.add(output.lockingScript().toByteArray()));
            example.sourceOutputs()
                    .forEach(source -> found.add(source.lockingScript().toByteArray()));
        }
        return found;
    }

    /** One to five inputs, one of ten with an unknown source, and one to six outputs. */
    ExtendedTransaction next() {
        TransactionBuilder builder = new TransactionBuilder();
        List<TransactionOutput> sources = new ArrayList<>();
        int inputs = 1 + random.nextInt(5);
        for (int i = 0; i < inputs; i++) {
            Txid txid = new Txid(random.nextLong(), random.nextLong(), 1, 2);
            builder.input(new Outpoint(txid, random.nextInt() & 0xFFFFFFFFL), scripts.next());
            sources.add(
                    random.nextInt(10) == 0
                            ? TransactionOutput.UNKNOWN
                            : new TransactionOutput(1, ByteSlice.of(scripts.next())));
        }
        int outputs = 1 + random.nextInt(6);
        for (int i = 0; i < outputs; i++) {
            builder.output(1, scripts.next());
        }
        return new ExtendedTransaction(builder.build(), sources);
    }

    /** Some of the inputs, ascending. */
    List<Integer> someInputs(ExtendedTransaction transaction) {
        List<Integer> some = new ArrayList<>();
        for (int input = 0; input < transaction.transaction().inputCount(); input++) {
            if (random.nextBoolean()) {
                some.add(input);
            }
        }
        return some;
    }

    ByteSlice someBytes() {
        byte[] bytes = new byte[random.nextInt(20)];
        random.nextBytes(bytes);
        return ByteSlice.of(bytes);
    }
}
