package org.brisket.operators.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.brisket.operators.header.ExampleChain.ANCHOR;
import static org.brisket.operators.header.ExampleChain.HEIGHT;
import static org.brisket.operators.header.ExampleChain.report;
import static org.brisket.protocol.header.HeaderMine.branch;

import java.util.List;
import java.util.Optional;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.brisket.operators.Harnesses;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.header.BlockHeader;
import org.brisket.protocol.header.HeaderReport;
import org.brisket.state.header.ChainNews;
import org.brisket.state.header.ChainUpdate;
import org.brisket.state.header.ChainUpdateCodec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeepHeadersTest {
    private OneInputStreamOperatorTestHarness<HeaderReport, ChainUpdate> harness;

    @BeforeEach
    void open() throws Exception {
        harness = fresh();
        harness.open();
        harness.setProcessingTime(ExampleChain.NOW_MILLIS);
    }

    private static OneInputStreamOperatorTestHarness<HeaderReport, ChainUpdate> fresh()
            throws Exception {
        return Harnesses.unopened(
                new KeepHeaders(ExampleChain::keeper), new ChainUpdateCodec().typeInfo());
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    private void take(List<BlockHeader> headers, long tip) throws Exception {
        harness.processElement(report(headers, tip), 0);
    }

    private static List<MerkleRoot> roots(List<BlockHeader> headers) {
        return headers.stream().map(BlockHeader::merkleRoot).toList();
    }

    private List<ChainNews> news() {
        return Harnesses.sideOutput(harness, KeepHeaders.NEWS);
    }

    @Test
    void tellsWhatChangedAndThatTheTipMoved() throws Exception {
        List<BlockHeader> chain = branch(ANCHOR, 3, 1);
        take(List.of(ANCHOR), HEIGHT);
        take(chain, HEIGHT + 3);
        take(chain, HEIGHT + 3);

        assertThat(harness.extractOutputValues()).hasSize(2);
        assertThat(harness.extractOutputValues().get(1).roots()).hasSize(3);
        assertThat(news())
                .containsExactly(
                        new ChainNews(HEIGHT, Optional.empty(), roots(List.of(ANCHOR))),
                        new ChainNews(HEIGHT + 3, Optional.empty(), roots(chain)));
    }

    @Test
    void tellsTheHeightsThatAReorganisationReplaced() throws Exception {
        List<BlockHeader> first = branch(ANCHOR, 4, 1);
        take(List.of(ANCHOR), HEIGHT);
        take(first, HEIGHT + 4);
        List<BlockHeader> second = branch(first.get(1), 3, 2);
        take(second, HEIGHT + 5);

        assertThat(news())
                .last()
                .isEqualTo(new ChainNews(HEIGHT + 5, Optional.of(HEIGHT + 3), roots(second)));
    }

    @Test
    void saysNothingNewOfTheTipWhenOnlyTheTrackersDo() throws Exception {
        take(List.of(ANCHOR), HEIGHT);
        take(List.of(), HEIGHT + 9);

        assertThat(harness.extractOutputValues()).hasSize(2);
        assertThat(harness.extractOutputValues().get(1).view().inStep()).isFalse();
        assertThat(news()).hasSize(1);
    }

    @Test
    void goesOnFromACheckpoint() throws Exception {
        List<BlockHeader> chain = branch(ANCHOR, 200, 1);
        take(List.of(ANCHOR), HEIGHT);
        take(chain, HEIGHT + 200);
        var checkpoint = harness.snapshot(1, 1);
        close();

        harness = fresh();
        harness.initializeState(checkpoint);
        harness.open();
        harness.setProcessingTime(ExampleChain.NOW_MILLIS);
        take(branch(chain.get(199), 1, 1), HEIGHT + 201);

        ChainUpdate update = harness.extractOutputValues().get(0);
        assertThat(update.view().tipHeight()).isEqualTo(HEIGHT + 201);
        assertThat(update.fromHeight()).isEqualTo(update.view().lowestHeight());
        assertThat(update.reorganisedFrom()).isEmpty();
    }
}
