package org.brisket.connectors.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.brisket.protocol.hash.BlockHash;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.header.BlockHeader;
import org.junit.jupiter.api.Test;

class HeaderCursorTest {
    private static final long START = 100;
    private static final long TIME = 1_700_000_000;
    private static final long NOW = TIME + 10_000_000;

    private final HeaderCursor cursor = new HeaderCursor(START, START);

    /** A tracker's chain from the start height on. */
    private static List<BlockHeader> chain(int length) {
        return extended(List.of(), length, 0);
    }

    private static List<BlockHeader> extended(List<BlockHeader> chain, int length, long mark) {
        List<BlockHeader> extended = new ArrayList<>(chain);
        while (extended.size() < length) {
            int at = extended.size();
            BlockHash previous = at == 0 ? new BlockHash(0, 0, 0, 0) : extended.get(at - 1).hash();
            MerkleRoot root = new MerkleRoot(mark, at, 0, 0);
            extended.add(new BlockHeader(1, previous, root, TIME + at, 0x207fffff, 0));
        }
        return extended;
    }

    /** One round of asking a tracker that has this chain, at most ten headers at once. */
    private List<BlockHeader> poll(List<BlockHeader> chain) {
        long tip = START + chain.size() - 1;
        long from = cursor.from(tip, 0);
        int first = (int) (from - START);
        int last = Math.min(chain.size(), first + 10);
        return cursor.take(from, chain.subList(Math.min(first, last), last), tip, NOW);
    }

    private List<BlockHeader> pollWhileBehind(List<BlockHeader> chain) {
        List<BlockHeader> all = new ArrayList<>();
        int rounds = 0;
        do {
            all.addAll(poll(chain));
            assertThat(++rounds).as("rounds").isLessThan(500);
        } while (cursor.isBehind());
        return all;
    }

    @Test
    void readsAChainFromItsStartInBatches() {
        assertThat(pollWhileBehind(chain(35))).isEqualTo(chain(35));
        assertThat(cursor.position()).isEqualTo(135);
    }

    @Test
    void handsOnOnlyWhatIsNew() {
        pollWhileBehind(chain(12));

        assertThat(poll(chain(12))).isEmpty();
        assertThat(cursor.isBehind()).isFalse();
        assertThat(poll(chain(13))).isEqualTo(chain(13).subList(12, 13));
    }

    @Test
    void goesBackToTheForkOfAReorganisation() {
        pollWhileBehind(chain(50));
        List<BlockHeader> branch = extended(chain(29), 52, 7);

        assertThat(pollWhileBehind(branch)).containsAll(branch.subList(29, 52));
        assertThat(cursor.position()).isEqualTo(152);
        assertThat(poll(branch)).isEmpty();
    }

    @Test
    void followsATrackerThatTurnsToAShorterBranch() {
        pollWhileBehind(chain(50));
        List<BlockHeader> branch = extended(chain(47), 48, 7);

        assertThat(pollWhileBehind(branch)).contains(branch.get(47));
        assertThat(cursor.position()).isEqualTo(148);
    }

    @Test
    void followsATrackerThatReplacesEverything() {
        pollWhileBehind(chain(40));
        List<BlockHeader> other = extended(List.of(), 41, 9);

        assertThat(pollWhileBehind(other)).isEqualTo(other);
    }

    @Test
    void readsAgainAfterARestart() {
        HeaderCursor restarted = new HeaderCursor(START, START + 5_000);

        assertThat(restarted.from(START + 5_000, 0)).isEqualTo(START + 4_000 - 1);
        assertThat(restarted.position()).isEqualTo(START + 4_000);
        assertThat(new HeaderCursor(START, START + 10).from(START + 20, 0)).isEqualTo(START);
    }

    @Test
    void jumpsToWhatATrackerStillHasAndStopsAtItsTip() {
        assertThat(cursor.from(900, 891)).isEqualTo(891);
        assertThat(cursor.from(7, 0)).isEqualTo(START);
    }

    @Test
    void takesNothingBeyondABrokenLinkOrFromTheFuture() {
        List<BlockHeader> chain = chain(10);
        List<BlockHeader> gap = new ArrayList<>(chain);
        gap.remove(4);
        assertThat(cursor.take(START, gap, START + 9, NOW)).isEqualTo(chain.subList(0, 4));

        long tooEarly = TIME + 6 - 2 * 60 * 60;
        HeaderCursor other = new HeaderCursor(START, START);
        assertThat(other.take(START, chain, START + 9, tooEarly)).isEqualTo(chain.subList(0, 7));
        assertThat(other.take(other.from(START + 9, 0), chain.subList(6, 10), START + 9, NOW))
                .as("what was left for later")
                .isEqualTo(chain.subList(7, 10));
    }

    @Test
    void waitsWhenATrackerHasATipButGivesNothing() {
        assertThat(cursor.take(START, List.of(), START + 50, NOW)).isEmpty();
        assertThat(cursor.isBehind()).isFalse();
    }
}
