package org.brisket.protocol.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.brisket.protocol.bytes.ByteSlice;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;

/** What is written is read back, and what is read is written back, byte for byte. */
class TransactionPropertyTest {
    private record Input(Outpoint outpoint, byte[] script, long sequence) {}

    @Provide
    Arbitrary<Transaction> transactions() {
        Arbitrary<byte[]> scripts = Arbitraries.bytes().array(byte[].class).ofMaxSize(300);
        Arbitrary<Outpoint> outpoints =
                Combinators.combine(
                                Arbitraries.longs(), Arbitraries.longs().between(0, 0xFFFFFFFFL))
                        .as((word, index) -> new Outpoint(new Txid(word, ~word, 7, word), index));
        Arbitrary<List<Input>> inputs =
                Combinators.combine(outpoints, scripts, Arbitraries.longs().between(0, 0xFFFFFFFFL))
                        .as(Input::new)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(5);
        Arbitrary<List<TransactionOutput>> outputs =
                Combinators.combine(Arbitraries.longs(), scripts.map(ByteSlice::of))
                        .as(TransactionOutput::new)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(5);
        return Combinators.combine(
                        Arbitraries.integers(),
                        inputs,
                        outputs,
                        Arbitraries.longs().between(0, 0xFFFFFFFFL))
                .as(TransactionPropertyTest::build);
    }

    private static Transaction build(
            int version, List<Input> inputs, List<TransactionOutput> outputs, long lockTime) {
        TransactionBuilder builder = new TransactionBuilder().version(version).lockTime(lockTime);
        inputs.forEach(input -> builder.input(input.outpoint, input.script, input.sequence));
        outputs.forEach(
                output -> builder.output(output.satoshis(), output.lockingScript().toByteArray()));
        return builder.build();
    }

    @Property(tries = 500)
    void readsBackWhatItWrites(@ForAll("transactions") Transaction transaction)
            throws MalformedException {
        Transaction again = Transaction.parse(transaction.bytes().toByteArray());

        assertThat(again).isEqualTo(transaction);
        assertThat(again.txid()).isEqualTo(transaction.txid());
        assertThat(rebuilt(again).bytes()).isEqualTo(transaction.bytes());
    }

    private static Transaction rebuilt(Transaction transaction) {
        List<Input> inputs = new ArrayList<>();
        for (int i = 0; i < transaction.inputCount(); i++) {
            inputs.add(
                    new Input(
                            transaction.previousOutput(i),
                            transaction.unlockingScript(i).toByteArray(),
                            transaction.sequence(i)));
        }
        return build(transaction.version(), inputs, transaction.outputs(), transaction.lockTime());
    }

    @Property(tries = 500)
    void readsBackExtendedFormat(
            @ForAll("transactions") Transaction transaction,
            @ForAll long satoshis,
            @ForAll @Size(max = 300) byte[] script)
            throws MalformedException {
        List<TransactionOutput> sources = new ArrayList<>();
        for (int i = 0; i < transaction.inputCount(); i++) {
            sources.add(new TransactionOutput(satoshis + i, ByteSlice.of(script)));
        }
        byte[] bytes = new ExtendedTransaction(transaction, sources).toBytes();

        ExtendedTransaction again = ExtendedTransaction.parse(bytes);

        assertThat(again.transaction()).isEqualTo(transaction);
        assertThat(again.sourceOutputs()).isEqualTo(sources);
        assertThat(again.toBytes()).isEqualTo(bytes);
    }

    @Property(tries = 1_000)
    void readsRandomBytesExactlyOrNotAtAll(@ForAll @Size(max = 300) byte[] tail) {
        byte[] bytes = new byte[tail.length + 5];
        bytes[4] = 1;
        System.arraycopy(tail, 0, bytes, 5, tail.length);
        try {
            assertThat(Transaction.parse(bytes).bytes().toByteArray()).isEqualTo(bytes);
        } catch (MalformedException refused) {
            assertThat(refused).hasMessageNotContaining("null");
        }
    }
}
