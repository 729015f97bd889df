package org.brisket.state.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.spv.ChainTip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnHeadersTest {
    private static final long LOWEST = 100;
    private static final long TIP = 120;

    private final InMemoryHeaderIndex index = new InMemoryHeaderIndex();
    private final OwnHeaders own = new OwnHeaders(index);

    private static MerkleRoot root(long height) {
        return new MerkleRoot(height, 0, 0, 0);
    }

    private void know(boolean inStep) {
        own.apply(update(LOWEST, TIP, LOWEST, inStep));
    }

    private static ChainUpdate update(long from, long tip, long lowest, boolean inStep) {
        List<MerkleRoot> roots =
                LongStream.rangeClosed(from, tip).mapToObj(OwnHeadersTest::root).toList();
        return new ChainUpdate(
                from, roots, new ChainView(lowest, tip, 1_700_000_000, inStep), Optional.empty());
    }

    /** 115 is the highest with six confirmations. */
    @ParameterizedTest
    @CsvSource({
        "true,  99,  ASK,  ASK",
        "true,  100, TRUE, FALSE",
        "true,  115, TRUE, FALSE",
        "true,  116, TRUE, ASK",
        "true,  120, TRUE, ASK",
        "true,  121, ASK,  ASK",
        "true,  126, ASK,  ASK",
        "true,  127, ABOVE_TIP, ABOVE_TIP",
        "false, 99,  ASK,  ASK",
        "false, 100, TRUE, ASK",
        "false, 115, TRUE, ASK",
        "false, 116, ASK,  ASK",
        "false, 120, ASK,  ASK",
        "false, 127, ASK,  ASK"
    })
    void concludesNoMoreThanItsHeadersAllow(
            boolean inStep, long height, OwnAnswer same, OwnAnswer another) {
        know(inStep);

        assertThat(own.answer(new RootQuery(height, root(height)))).isEqualTo(same);
        assertThat(own.answer(new RootQuery(height, root(7)))).isEqualTo(another);
    }

    @Test
    void asksWhileItKnowsNothing() {
        assertThat(own.answer(new RootQuery(0, root(0)))).isEqualTo(OwnAnswer.ASK);
        assertThat(own.tip()).isEmpty();
        assertThat(own.tipHeight()).isEqualTo(-1);
    }

    @Test
    void hasATipOnlyWhileInStep() {
        know(true);
        assertThat(own.tip()).contains(new ChainTip(TIP, 1_700_000_000));

        know(false);
        assertThat(own.tip()).isEmpty();
        assertThat(own.tipHeight()).isEqualTo(TIP);
    }

    @Test
    void forgetsWhatIsAboveAShorterTipAndBelowTheLowestHeight() {
        know(true);
        own.apply(update(110, 115, 105, true));

        assertThat(index.size()).isEqualTo(11);
        assertThat(own.answer(new RootQuery(116, root(116)))).isEqualTo(OwnAnswer.ASK);
        assertThat(own.answer(new RootQuery(104, root(104)))).isEqualTo(OwnAnswer.ASK);
        assertThat(own.answer(new RootQuery(105, root(105)))).isEqualTo(OwnAnswer.TRUE);
    }

    @Test
    void startsAnewWhenTheChainDoes() {
        know(true);
        own.apply(update(500, 520, 500, true));

        assertThat(index.size()).isEqualTo(21);
    }

    @Test
    void anUpdateReachesToItsTip() {
        ChainView view = new ChainView(1, 9, 0, true);

        assertThatThrownBy(() -> new ChainUpdate(9, List.of(), view, Optional.empty()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("0 roots from height 9, but the tip is at 9");
    }
}
