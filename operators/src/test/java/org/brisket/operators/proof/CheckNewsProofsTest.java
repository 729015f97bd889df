package org.brisket.operators.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.apache.flink.streaming.util.TwoInputStreamOperatorTestHarness;
import org.brisket.operators.Harnesses;
import org.brisket.operators.header.ExampleChain;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.hash.Txid;
import org.brisket.state.header.ChainUpdate;
import org.brisket.state.header.FlinkHeaderIndex;
import org.brisket.state.header.NewsTask;
import org.brisket.state.header.NewsTaskCodec;
import org.brisket.state.tracking.NetworkNews;
import org.brisket.state.tracking.NetworkObservation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckNewsProofsTest {
    private static final Txid TXID = new Txid(1, 2, 3, 4);
    private static final MerkleRoot ROOT = new MerkleRoot(5, 6, 7, 8);
    private static final MerkleRoot OTHER = new MerkleRoot(9, 9, 9, 9);
    private static final NetworkNews MINED =
            new NetworkNews(TXID, true, Optional.of(new RootQuery(800_000, ROOT)));

    private TwoInputStreamOperatorTestHarness<NetworkNews, ChainUpdate, NewsTask> harness;

    @BeforeEach
    void open() throws Exception {
        harness =
                Harnesses.broadcast(
                        new CheckNewsProofs(),
                        List.of(FlinkHeaderIndex.roots(), FlinkHeaderIndex.views()),
                        new NewsTaskCodec().typeInfo());
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    private List<NetworkObservation> observed() {
        return Harnesses.sideOutput(harness, CheckNewsProofs.OBSERVED);
    }

    @Test
    void believesAProofOfTheBestChain() throws Exception {
        harness.processElement2(ExampleChain.update(800_000, ROOT, 0), 0);
        harness.processElement1(MINED, 0);

        assertThat(observed())
                .containsExactly(
                        new NetworkObservation.Mined(
                                TXID, 800_000, Optional.of(ROOT), Optional.empty()));
        assertThat(harness.extractOutputValues()).isEmpty();
    }

    @Test
    void takesForAHintWhatContradictsABuriedBlock() throws Exception {
        harness.processElement2(ExampleChain.update(800_000, OTHER, 10), 0);
        harness.processElement1(MINED, 0);

        assertThat(observed()).containsExactly(new NetworkObservation.Hinted(TXID, true));
    }

    @Test
    void takesAnEventWithoutAProofForAHint() throws Exception {
        harness.processElement1(new NetworkNews(TXID, false, Optional.empty()), 0);

        assertThat(observed()).containsExactly(new NetworkObservation.Hinted(TXID, false));
    }

    @Test
    void leavesTheRestToTheTrackers() throws Exception {
        harness.processElement1(MINED, 0);
        harness.processElement2(ExampleChain.update(799_900, ROOT, 20), 0);
        harness.processElement1(MINED, 0);

        assertThat(harness.extractOutputValues())
                .containsExactly(new NewsTask.Ask(MINED), new NewsTask.Ask(MINED));
        assertThat(observed()).isEmpty();
    }

    @Test
    void passesAReorganisationOn() throws Exception {
        harness.processElement2(ExampleChain.reorganised(800_000, OTHER, 2), 0);

        assertThat(harness.extractOutputValues()).containsExactly(new NewsTask.Forget(800_000));
    }
}
