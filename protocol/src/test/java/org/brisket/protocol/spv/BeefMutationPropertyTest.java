package org.brisket.protocol.spv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.protocol.spv.ExampleBeef.FUNDS;
import static org.brisket.protocol.spv.ExampleBeef.coinbase;
import static org.brisket.protocol.spv.ExampleBeef.funding;
import static org.brisket.protocol.spv.ExampleBeef.spending;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.brisket.protocol.beef.Beef;
import org.brisket.protocol.beef.BeefGraph;
import org.brisket.protocol.beef.BeefVersion;
import org.brisket.protocol.bytes.ByteWriter;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.crypto.Secp256k1;
import org.brisket.protocol.limit.Limits;
import org.brisket.protocol.script.ActivationHeights;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.transaction.Transaction;

/** A valid BEEF with one thing changed is refused, or it still says the same. */
class BeefMutationPropertyTest {
    private static final ChainTip TIP = new ChainTip(2_000, 1_700_000_000L);
    private static final SpvVerifier VERIFIER =
            new SpvVerifier(SpvLimits.DEFAULT, ActivationHeights.ALWAYS, Secp256k1.best());

    /** What somebody concludes from a BEEF: nothing, or a transaction and what it spends. */
    private sealed interface Meaning {
        record Refused() implements Meaning {}

        record Conveyed(ExtendedTransaction subject, Set<RootQuery> roots) implements Meaning {}
    }

    private final List<byte[]> valid;
    private final Meaning meaning;
    private final Set<RootQuery> chain;

    BeefMutationPropertyTest() throws MalformedException {
        Transaction first = funding(1, FUNDS, FUNDS);
        Transaction minted = coinbase(FUNDS);
        Transaction middle = spending(FUNDS, first);
        Transaction subject = spending(2 * FUNDS - 1, middle, minted);
        ExampleBeef example =
                new ExampleBeef().mined(first, 900).mined(minted, 901).unmined(middle, subject);
        BeefGraph graph = example.graph();
        chain = Set.copyOf(((RequiredRoots.Roots) VERIFIER.requiredRoots(graph)).queries());
        Beef v2 = example.beef();
        Beef v1 = v2.withVersion(BeefVersion.V1);
        valid =
                List.of(
                        v1.toBytes(),
                        v2.toBytes(),
                        v1.withAtomicSubject(subject.txid()).toBytes(),
                        v2.withAtomicSubject(subject.txid()).toBytes());
        meaning = meaning(v1.toBytes());
        assertThat(meaning).isInstanceOf(Meaning.Conveyed.class);
    }

    private Meaning meaning(byte[] bytes) {
        try {
            BeefGraph graph = Beef.parse(bytes, Limits.DEFAULT).graph();
            if (VERIFIER.requiredRoots(graph) instanceof RequiredRoots.Roots roots
                    && chain.containsAll(roots.queries())
                    && VERIFIER.verify(graph, TIP, VerifiedTransactions.NONE)
                            instanceof SpvVerdict.Accepted accepted) {
                return new Meaning.Conveyed(accepted.subject(), Set.copyOf(roots.queries()));
            }
            return new Meaning.Refused();
        } catch (MalformedException e) {
            return new Meaning.Refused();
        }
    }

    private void assertRefusedOrTheSame(byte[] mutated) {
        assertThat(meaning(mutated)).isIn(meaning, new Meaning.Refused());
    }

    @Property(tries = 2_000)
    void refusesOrKeepsTheMeaningWhenOneByteIsReplaced(
            @ForAll @IntRange(max = 3) int form,
            @ForAll @IntRange(max = 1_000_000) int at,
            @ForAll byte value) {
        byte[] bytes = valid.get(form).clone();
        bytes[at % bytes.length] = value;

        assertRefusedOrTheSame(bytes);
    }

    @Property(tries = 1_000)
    void refusesOrKeepsTheMeaningWhenOneByteIsInserted(
            @ForAll @IntRange(max = 3) int form,
            @ForAll @IntRange(max = 1_000_000) int at,
            @ForAll byte value) {
        byte[] bytes = valid.get(form);
        int place = at % (bytes.length + 1);
        ByteWriter longer = new ByteWriter().write(bytes, 0, place).writeByte(value);

        assertRefusedOrTheSame(longer.write(bytes, place, bytes.length - place).toByteArray());
    }

    @Property(tries = 1_000)
    void refusesOrKeepsTheMeaningWhenBytesAreTakenOut(
            @ForAll @IntRange(max = 3) int form,
            @ForAll @IntRange(max = 1_000_000) int at,
            @ForAll @IntRange(min = 1, max = 40) int count) {
        byte[] bytes = valid.get(form);
        int place = at % bytes.length;
        int end = Math.min(bytes.length, place + count);
        ByteWriter shorter = new ByteWriter().write(bytes, 0, place);

        assertRefusedOrTheSame(shorter.write(bytes, end, bytes.length - end).toByteArray());
    }

    @Property(tries = 1_000)
    void refusesOrKeepsTheMeaningWhenBytesAreRepeatedElsewhere(
            @ForAll @IntRange(max = 3) int form,
            @ForAll @IntRange(max = 1_000_000) int from,
            @ForAll @IntRange(max = 1_000_000) int to,
            @ForAll @IntRange(min = 1, max = 40) int count) {
        byte[] bytes = valid.get(form).clone();
        int length = Math.min(count, bytes.length);
        int source = from % (bytes.length - length + 1);
        int target = to % (bytes.length - length + 1);
        System.arraycopy(bytes.clone(), source, bytes, target, length);

        assertRefusedOrTheSame(bytes);
    }
}
