package org.brisket.protocol.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.brisket.protocol.chain.RootAnswer;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.hash.BlockHash;
import org.brisket.protocol.hash.MerkleRoot;
import org.junit.jupiter.api.Test;

class HeaderChainTest {
    private static final int KEPT = 147;
    private static final long NOW = HeaderMine.START + 10_000_000;

    private final BlockHeader genesis = HeaderMine.genesis();
    private final HeaderChain chain =
            HeaderChain.from(HeaderRules.REGRESSION_TEST, genesis, 0, KEPT);

    private List<HeaderOutcome> acceptAll(List<BlockHeader> headers) {
        return headers.stream().map(header -> chain.accept(header, NOW)).toList();
    }

    private void assertFault(HeaderOutcome outcome, HeaderFault fault) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        HeaderOutcome.Refused.class,
                        refused -> assertThat(refused.fault()).isEqualTo(fault));
    }

    @Test
    void growsHeaderByHeaderAndAnswersForRoots() {
        List<BlockHeader> headers = HeaderMine.branch(genesis, 3, 1);

        assertThat(acceptAll(headers)).allMatch(HeaderOutcome.Best.class::isInstance);
        assertThat(chain.tipHeight()).isEqualTo(3);
        MerkleRoot root = headers.get(1).merkleRoot();
        assertThat(chain.answer(new RootQuery(2, root))).isEqualTo(RootAnswer.TRUE);
        assertThat(chain.answer(new RootQuery(2, new MerkleRoot(9, 9, 9, 9))))
                .isEqualTo(RootAnswer.FALSE);
        assertThat(chain.answer(new RootQuery(4, root)))
                .as("what is above the tip may come yet")
                .isEqualTo(RootAnswer.UNKNOWN);
    }

    @Test
    void knowsTheMedianOfElevenTimes() {
        acceptAll(HeaderMine.branch(genesis, 20, 1));

        assertThat(chain.chainTip().height()).isEqualTo(20);
        assertThat(chain.chainTip().medianTimePast()).isEqualTo(HeaderMine.START + 15 * 600);
    }

    @Test
    void keepsTheFirstOfTwoEqualBranchesAndSwitchesToTheOneWithMoreWork() {
        List<BlockHeader> first = HeaderMine.branch(genesis, 6, 1);
        List<BlockHeader> second = HeaderMine.branch(genesis, 7, 2);
        acceptAll(first);

        assertThat(acceptAll(second.subList(0, 6))).allMatch(HeaderOutcome.Aside.class::isInstance);
        assertThat(chain.tipHash()).isEqualTo(first.get(5).hash());
        HeaderOutcome switched = chain.accept(second.get(6), NOW);

        List<BlockHeader> downwards = new ArrayList<>(first);
        Collections.reverse(downwards);
        assertThat(switched).isEqualTo(new HeaderOutcome.Best(downwards, second));
        assertThat(chain.answer(new RootQuery(3, first.get(2).merkleRoot())))
                .as("the root of a block that was reorganised away")
                .isEqualTo(RootAnswer.FALSE);
        assertThat(chain.answer(new RootQuery(3, second.get(2).merkleRoot())))
                .isEqualTo(RootAnswer.TRUE);
    }

    @Test
    void switchesBackToTheOldBranchWhenThatGrows() {
        List<BlockHeader> first = HeaderMine.branch(genesis, 4, 1);
        List<BlockHeader> second = HeaderMine.branch(first.get(0), 2, 2);
        acceptAll(first.subList(0, 2));
        acceptAll(second);
        assertThat(chain.tipHash()).isEqualTo(second.get(1).hash());

        acceptAll(first.subList(2, 4));

        assertThat(chain.tipHash()).isEqualTo(first.get(3).hash());
        assertThat(chain.accept(first.get(3), NOW)).isEqualTo(new HeaderOutcome.Known());
    }

    @Test
    void asksForTheParentOfAnOrphan() {
        List<BlockHeader> headers = HeaderMine.branch(genesis, 2, 1);

        assertThat(chain.accept(headers.get(1), NOW))
                .isEqualTo(new HeaderOutcome.Orphan(headers.get(0).hash()));
        assertThat(chain.tipHeight()).isZero();
    }

    @Test
    void refusesTimesThatCannotBe() {
        acceptAll(HeaderMine.branch(genesis, 12, 1));
        long median = chain.chainTip().medianTimePast();

        assertFault(offer(median, HeaderMine.EASIEST_BITS), HeaderFault.TIME_TOO_EARLY);
        assertFault(offer(NOW + 7_201, HeaderMine.EASIEST_BITS), HeaderFault.TIME_TOO_LATE);
        assertThat(offer(median + 1, HeaderMine.EASIEST_BITS))
                .isInstanceOf(HeaderOutcome.Best.class);
    }

    private HeaderOutcome offer(long time, int bits) {
        return chain.accept(HeaderMine.mine(chain.tipHash(), 1, time, bits), NOW);
    }

    @Test
    void refusesTargetsThatTheNetworkDoesNotHave() {
        long later = HeaderMine.START + 600;

        assertFault(offer(later, 0x21008000), HeaderFault.TARGET_OUT_OF_RANGE);
        assertFault(offer(later, 0x20800001), HeaderFault.TARGET_OUT_OF_RANGE);
        assertFault(offer(later, 0x03000000), HeaderFault.TARGET_OUT_OF_RANGE);
        assertFault(offer(later, 0x207FFFFE), HeaderFault.DIFFICULTY);
        assertFault(offer(later, 0x1D00FFFF), HeaderFault.PROOF_OF_WORK);
    }

    @Test
    void boundsHowMuchEasierABlockMayBeWhereTheWindowIsNotKnown() {
        BlockHeader anchor =
                HeaderMine.mine(new BlockHash(0, 0, 0, 0), 0, HeaderMine.START, 0x1F0FFFFF);
        HeaderChain adjusting = HeaderChain.from(adjusting(), anchor, 600_000, KEPT);

        assertFault(
                adjusting.accept(mineReaching(anchor, 0x1F400000), NOW), HeaderFault.DIFFICULTY);
        assertThat(adjusting.accept(mineReaching(anchor, 0x1F3FFFFC), NOW))
                .isInstanceOf(HeaderOutcome.Best.class);
    }

    /** The rules of the main network with a limit that a test can reach. */
    private static HeaderRules adjusting() {
        BigInteger easiest = Target.fromBits(HeaderMine.EASIEST_BITS);
        return new HeaderRules(easiest, true, false, 504_031, Map.of(), Set.of());
    }

    private static BlockHeader mineReaching(BlockHeader parent, int bits) {
        long mark = 0;
        while (true) {
            BlockHeader header = HeaderMine.mine(parent.hash(), mark++, parent.time() + 600, bits);
            if (Target.isReachedBy(header.hash(), Target.fromBits(bits))) {
                return header;
            }
        }
    }

    @Test
    void holdsToCheckpointsAndRefusesOtherChains() {
        BlockHeader one = HeaderMine.on(genesis, 1);
        BlockHeader other = HeaderMine.on(genesis, 2);
        BigInteger easiest = Target.fromBits(HeaderMine.EASIEST_BITS);
        HeaderChain bound =
                HeaderChain.from(
                        new HeaderRules(easiest, false, false, 0, Map.of(1L, one.hash()), Set.of()),
                        genesis,
                        0,
                        KEPT);
        HeaderChain forbidding =
                HeaderChain.from(
                        new HeaderRules(easiest, false, false, 0, Map.of(), Set.of(one.hash())),
                        genesis,
                        0,
                        KEPT);

        assertFault(bound.accept(other, NOW), HeaderFault.CHECKPOINT);
        assertThat(bound.accept(one, NOW)).isInstanceOf(HeaderOutcome.Best.class);
        assertFault(forbidding.accept(one, NOW), HeaderFault.CHECKPOINT);
    }

    @Test
    void forgetsWhatIsFarBelowTheTipWithTheBranchesThatStartThere() {
        List<BlockHeader> main = HeaderMine.branch(genesis, 400, 1);
        List<BlockHeader> old = HeaderMine.branch(main.get(9), 20, 2);
        List<BlockHeader> recent = HeaderMine.branch(main.get(389), 3, 3);
        acceptAll(main.subList(0, 11));
        acceptAll(old);
        acceptAll(main.subList(11, 400));
        acceptAll(recent);

        assertThat(chain.tipHash()).isEqualTo(main.get(399).hash());
        assertThat(chain.size()).isLessThan(KEPT + 128 + 10);
        assertThat(chain.answer(new RootQuery(5, main.get(4).merkleRoot())))
                .isEqualTo(RootAnswer.UNKNOWN);
        assertThat(chain.accept(HeaderMine.on(old.get(19), 2), NOW))
                .isInstanceOf(HeaderOutcome.Orphan.class);
        assertThat(acceptAll(HeaderMine.branch(recent.get(2), 8, 3)))
                .last()
                .isInstanceOf(HeaderOutcome.Best.class);
    }

    @Test
    void boundsTheBranchesThatItKeeps() {
        List<BlockHeader> main = HeaderMine.branch(genesis, 2, 1);
        acceptAll(main);

        HeaderOutcome last = null;
        int accepted = 0;
        for (int mark = 2; mark < 1_000 && !(last instanceof HeaderOutcome.Refused); mark++) {
            last = chain.accept(HeaderMine.on(genesis, mark), NOW);
            accepted += last instanceof HeaderOutcome.Aside ? 1 : 0;
        }

        assertFault(last, HeaderFault.TOO_MANY_BRANCHES);
        assertThat(accepted).isEqualTo(2 * KEPT + 128);
    }

    @Test
    void isTheSameChainAfterItWasStored() {
        List<BlockHeader> main = HeaderMine.branch(genesis, 300, 1);
        List<BlockHeader> aside = HeaderMine.branch(main.get(290), 9, 2);
        acceptAll(main);
        acceptAll(aside);

        HeaderChain restored =
                HeaderChain.restore(
                        HeaderRules.REGRESSION_TEST, chain.headers(), chain.lowestHeight(), KEPT);

        assertThat(restored.headers()).containsExactlyInAnyOrderElementsOf(chain.headers());
        assertThat(restored.tipHash()).isEqualTo(chain.tipHash());
        assertThat(restored.chainTip()).isEqualTo(chain.chainTip());
        assertThat(restored.lowestHeight()).isEqualTo(chain.lowestHeight());
        assertThat(restored.rootAt(295)).contains(main.get(294).merkleRoot());
        assertThat(restored.accept(HeaderMine.on(aside.get(8), 2), NOW))
                .as("the branch of equal length is still there")
                .isInstanceOf(HeaderOutcome.Best.class);
    }

    @Test
    void needsEnoughHeadersToCheckTheDifficulty() {
        assertThatThrownBy(() -> HeaderChain.from(HeaderRules.MAIN, genesis, 0, 146))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("146");
    }
}
