package org.brisket.protocol.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.LittleEndian;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;
import org.junit.jupiter.api.Test;

/** What reading a path and following it to its root allocates beyond the path's own bytes. */
class MerklePathMemoryTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static long allocatedFor(byte[] bytes, Txid proven) throws MalformedException {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        MerklePath.parse(bytes).rootOf(proven);
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void staysFarBelow64MegabytesForAWholeBlock() throws MalformedException {
        List<Txid> block = new ArrayList<>();
        for (int i = 0; i < 255_000; i++) {
            block.add(new Txid(7, 7, 7, i));
        }
        byte[] bytes = MerklePath.ofBlock(1, block).toBytes();

        assertThat(allocatedFor(bytes, block.get(0))).isLessThan(64_000_000);
    }

    @Test
    void allocatesNothingPerHashForOneTransaction() throws MalformedException {
        byte[] bytes = Hex.decode(MerkleExamples.BLOCK_883637);
        Txid proven = MerklePath.parse(bytes).provenTxids().get(0);
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            least = Math.min(least, allocatedFor(bytes, proven));
        }

        assertThat(least).as("nine levels, not yet compiled").isLessThan(1_500);
    }

    /** Neither the first word nor the usual hash code tells these apart. */
    @Test
    void findsEachOfManyHashesThatDifferInTheirLastBytesOnly() throws MalformedException {
        List<Txid> block = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            byte[] hash = new byte[32];
            LittleEndian.writeInt(hash, 24, i);
            LittleEndian.writeInt(hash, 28, i ^ 0x5EED);
            block.add(Txid.fromInternal(hash));
        }

        MerklePath path = MerklePath.ofBlock(1, block);

        for (int i = 0; i < block.size(); i++) {
            assertThat(path.indexOf(block.get(i))).isEqualTo(i);
        }
        assertThat(path.contains(new Txid(0, 0, 1, 0))).isFalse();
    }
}
