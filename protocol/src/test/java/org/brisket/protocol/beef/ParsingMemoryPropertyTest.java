package org.brisket.protocol.beef;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.brisket.protocol.bytes.ByteWriter;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.identity.Certificate;
import org.brisket.protocol.limit.Limits;
import org.brisket.protocol.merkle.MerklePath;
import org.brisket.protocol.transaction.ExtendedTransaction;
import org.brisket.protocol.transaction.Transaction;

/** Parsing allocates no more than 16 times its input and 64 MB, whatever the input announces. */
class ParsingMemoryPropertyTest {
    private static final long FACTOR = 16;
    private static final long FIXED = 64_000_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private interface Parser {
        void parse(byte[] bytes) throws MalformedException;
    }

    private static final List<Parser> PARSERS =
            List.of(
                    bytes -> Beef.parse(bytes, Limits.NONE).graph(),
                    MerklePath::parse,
                    Transaction::parse,
                    ExtendedTransaction::parse,
                    bytes -> Certificate.parse(bytes, Limits.NONE));

    private static void assertBounded(byte[] bytes) {
        for (Parser parser : PARSERS) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            try {
                parser.parse(bytes);
            } catch (MalformedException refused) {
                // Refusing is as good as reading, and has to be as cheap.
            }
            long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
            assertThat(allocated).isLessThanOrEqualTo(FACTOR * bytes.length + FIXED);
        }
    }

    /** Counts that announce far more than follows, at every place of a real BEEF. */
    @Property(tries = 1_000)
    void allocatesLittleForWhatIsOnlyAnnounced(
            @ForAll @IntRange(max = 10_000) int at, @ForAll("counts") byte[] count)
            throws MalformedException {
        byte[] bytes = Hex.decode(BeefExamples.BRC_62);
        System.arraycopy(count, 0, bytes, at % (bytes.length - count.length), count.length);

        assertBounded(bytes);
    }

    @Provide
    Arbitrary<byte[]> counts() {
        return Arbitraries.longs()
                .greaterOrEqual(0)
                .map(count -> new ByteWriter().writeVarint(count).toByteArray());
    }

    @Property(tries = 1_000)
    void allocatesLittleForRandomBytes(@ForAll @Size(max = 2_000) byte[] bytes) {
        assertBounded(bytes);
    }

    /** Leaves in an order that has to be sorted, with hashes that have to be compared. */
    @Property(tries = 5)
    void allocatesLittleForManyLeaves(@ForAll @IntRange(min = 1, max = 100_000) int leaves) {
        ByteWriter bump = new ByteWriter().writeByte(1).writeByte(1).writeVarint(leaves);
        for (int leaf = leaves; leaf > 0; leaf--) {
            bump.writeVarint(leaf).writeByte(0).writeLong(leaf).write(new byte[24]);
        }

        assertBounded(bump.toByteArray());
        assertBounded(
                new ByteWriter()
                        .write(new byte[] {1, 0, (byte) 0xBE, (byte) 0xEF, 1})
                        .write(bump.view())
                        .writeByte(0)
                        .toByteArray());
    }

    /** The smallest transactions, with the smallest outputs. */
    @Property(tries = 5)
    void allocatesLittleForManyTransactionsAndOutputs(
            @ForAll @IntRange(min = 1, max = 20_000) int count) {
        ByteWriter many = new ByteWriter().write(new byte[] {1, 0, (byte) 0xBE, (byte) 0xEF, 0});
        many.writeVarint(count);
        for (int i = 0; i < count; i++) {
            many.writeInt(1).writeByte(1).write(new byte[32]).writeInt(i).writeByte(0);
            many.writeInt(-1).writeByte(1).writeLong(i).writeByte(0).writeInt(0).writeByte(0);
        }
        ByteWriter wide = new ByteWriter().writeInt(1).writeByte(1).write(new byte[36]);
        wide.writeByte(0).writeInt(-1).writeVarint(count);
        for (int i = 0; i < count; i++) {
            wide.writeLong(i).writeByte(0);
        }

        assertBounded(many.toByteArray());
        assertBounded(wide.writeInt(0).toByteArray());
    }
}
