package org.brisket.state.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.brisket.protocol.hash.BlockHash;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.header.BlockHeader;
import org.brisket.protocol.header.HeaderMine;
import org.brisket.protocol.header.HeaderReport;
import org.brisket.protocol.header.HeaderRules;
import org.junit.jupiter.api.Test;

class HeaderKeeperTest {
    private static final long NOW = HeaderMine.START + 10_000_000;
    private static final BlockHeader ANCHOR = HeaderMine.genesis();
    private static final long HEIGHT = 2_000_000;

    private final HeaderKeeper keeper = keeper();
    private final InMemoryHeaderIndex index = new InMemoryHeaderIndex();
    private final OwnHeaders own = new OwnHeaders(index);

    private static HeaderKeeper keeper() {
        return new HeaderKeeper(
                new HeaderKeeperSettings(
                        HeaderRules.REGRESSION_TEST, HEIGHT, ANCHOR.hash(), 147, 2));
    }

    private Optional<ChainUpdate> take(List<BlockHeader> headers) {
        return take(new HeaderReport("", headers, OptionalLong.empty()), NOW);
    }

    private Optional<ChainUpdate> take(HeaderReport report, long now) {
        Optional<ChainUpdate> update = keeper.take(report, now);
        update.ifPresent(own::apply);
        return update;
    }

    private Optional<ChainUpdate> claim(String source, long tip, long now) {
        return take(new HeaderReport(source, List.of(), OptionalLong.of(tip)), now);
    }

    private static List<MerkleRoot> roots(List<BlockHeader> headers) {
        return headers.stream().map(BlockHeader::merkleRoot).toList();
    }

    @Test
    void beginsWithTheHeaderThatItTrustsByItsHash() {
        assertThat(take(HeaderMine.branch(HeaderMine.on(ANCHOR, 9), 1, 9))).isEmpty();
        assertThat(keeper.stored().headers()).isEmpty();

        ChainUpdate first = take(List.of(ANCHOR)).orElseThrow();
        assertThat(first.fromHeight()).isEqualTo(HEIGHT);
        assertThat(first.roots()).containsExactly(ANCHOR.merkleRoot());
        assertThat(first.view()).isEqualTo(new ChainView(HEIGHT, HEIGHT, HeaderMine.START, false));
    }

    @Test
    void saysWhatIsNewAndNothingOtherwise() {
        List<BlockHeader> chain = HeaderMine.branch(ANCHOR, 3, 1);
        take(List.of(ANCHOR));

        ChainUpdate update = take(chain).orElseThrow();
        assertThat(update.fromHeight()).isEqualTo(HEIGHT + 1);
        assertThat(update.roots()).isEqualTo(roots(chain));
        assertThat(update.reorganisedFrom()).isEmpty();
        assertThat(take(chain)).isEmpty();
    }

    @Test
    void putsHeadersInOrderThatComeInAnyOrder() {
        List<BlockHeader> chain = HeaderMine.branch(ANCHOR, 20, 1);
        List<BlockHeader> upsideDown = new ArrayList<>(chain);
        upsideDown.add(0, ANCHOR);
        Collections.reverse(upsideDown);

        take(upsideDown);

        assertThat(keeper.view().orElseThrow().tipHeight()).isEqualTo(HEIGHT + 20);
        assertThat(keeper.orphaned()).isEqualTo(20);
        assertThat(keeper.stored().orphans()).isEmpty();
    }

    @Test
    void namesTheLowestHeightThatAReorganisationReplaced() {
        List<BlockHeader> first = HeaderMine.branch(ANCHOR, 6, 1);
        List<BlockHeader> second = HeaderMine.branch(first.get(1), 5, 2);
        take(List.of(ANCHOR));
        take(first);

        ChainUpdate update = take(second).orElseThrow();

        assertThat(update.reorganisedFrom()).contains(HEIGHT + 3);
        assertThat(update.fromHeight()).isEqualTo(HEIGHT + 3);
        assertThat(update.roots()).isEqualTo(roots(second));
        assertThat(keeper.reorganisations()).isEqualTo(1);
    }

    @Test
    void countsAndDropsHeadersThatCannotBe() {
        take(List.of(ANCHOR));
        BlockHeader easy = HeaderMine.mine(ANCHOR.hash(), 1, HeaderMine.START + 600, 0x207FFFFE);
        BlockHeader late = HeaderMine.mine(ANCHOR.hash(), 1, NOW + 7_201, HeaderMine.EASIEST_BITS);

        assertThat(take(List.of(easy, late))).isEmpty();
        assertThat(keeper.refused()).isEqualTo(2);
    }

    @Test
    void boundsTheHeadersThatWaitForTheirParents() {
        take(List.of(ANCHOR));
        for (int i = 0; i < OrphanHeaders.MAX + 100; i++) {
            BlockHash nobody = new BlockHash(i, 7, 7, 7);
            take(List.of(HeaderMine.mine(nobody, i, HeaderMine.START, HeaderMine.EASIEST_BITS)));
        }

        assertThat(keeper.stored().orphans()).hasSize(OrphanHeaders.MAX);
    }

    @Test
    void isInStepWhileAQuorumOfTrackersHasNothingLonger() {
        take(List.of(ANCHOR));
        take(HeaderMine.branch(ANCHOR, 5, 1));

        assertThat(claim("a", HEIGHT + 5, NOW)).as("one is no quorum").isEmpty();
        assertThat(claim("b", HEIGHT + 6, NOW).orElseThrow().view().inStep())
                .as("a block may be on its way")
                .isTrue();
        assertThat(claim("liar", HEIGHT + 500, NOW)).as("one alone cannot stop it").isEmpty();
        assertThat(claim("b", HEIGHT + 7, NOW).orElseThrow().view().inStep()).isFalse();
    }

    @Test
    void isNotInStepAnyMoreWhenTheTrackersHaveBeenSilent() {
        take(List.of(ANCHOR));
        claim("a", HEIGHT, NOW);
        claim("b", HEIGHT, NOW);
        HeaderReport silence = new HeaderReport("a", List.of(), OptionalLong.empty());

        assertThat(take(silence, NOW + TipClaims.FRESH_SECONDS)).isEmpty();
        assertThat(take(silence, NOW + TipClaims.FRESH_SECONDS + 1).orElseThrow().view().inStep())
                .isFalse();
    }

    @Test
    void goesOnWithWhatWasStoredAndSaysEverythingOnce() {
        take(List.of(ANCHOR));
        List<BlockHeader> chain = HeaderMine.branch(ANCHOR, 200, 1);
        List<BlockHeader> orphan = List.of(HeaderMine.on(HeaderMine.on(chain.get(199), 1), 1));
        take(chain);
        take(orphan);
        HeaderKeeper restored = keeper();
        restored.restore(keeper.stored());

        assertThat(restored.stored()).isEqualTo(keeper.stored());
        HeaderReport tick = new HeaderReport("a", List.of(), OptionalLong.empty());
        ChainUpdate all = restored.take(tick, NOW).orElseThrow();
        assertThat(all.view()).isEqualTo(keeper.view().orElseThrow());
        assertThat(all.fromHeight()).isEqualTo(all.view().lowestHeight());
        assertThat(restored.take(tick, NOW)).isEmpty();
    }

    @Test
    void whoAppliesAllUpdatesHasTheRootsOfTheBestChain() {
        List<BlockHeader> first = HeaderMine.branch(ANCHOR, 400, 1);
        List<BlockHeader> second = HeaderMine.branch(first.get(389), 20, 2);
        take(List.of(ANCHOR));
        for (int at = 0; at < 400; at += 40) {
            take(first.subList(at, at + 40));
        }
        take(second);

        ChainView view = index.view();
        assertThat(view).isEqualTo(keeper.view().orElseThrow());
        assertThat(view.tipHeight()).isEqualTo(HEIGHT + 410);
        assertThat(index.size()).isEqualTo((int) (view.tipHeight() - view.lowestHeight() + 1));
        assertThat(index.root(HEIGHT + 390)).isEqualTo(first.get(389).merkleRoot());
        assertThat(index.root(HEIGHT + 391)).isEqualTo(second.get(0).merkleRoot());
    }
}
