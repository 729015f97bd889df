package org.brisket.operators.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.flink.api.common.functions.DefaultOpenContext;
import org.brisket.operators.CollectedResult;
import org.brisket.operators.MeteredContext;
import org.brisket.protocol.chain.RootAnswer;
import org.brisket.protocol.chain.RootQuery;
import org.brisket.protocol.hash.MerkleRoot;
import org.brisket.protocol.hash.Txid;
import org.brisket.state.header.NewsTask;
import org.brisket.state.tracking.NetworkNews;
import org.brisket.state.tracking.NetworkObservation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProveNetworkEventsTest {
    private static final Txid TXID = new Txid(1, 2, 3, 4);
    private static final RootQuery QUERY =
            new RootQuery(800_000, MerkleRoot.fromInternal(TXID.toInternal()));
    private static final NewsTask WITH_PROOF =
            new NewsTask.Ask(new NetworkNews(TXID, true, Optional.of(QUERY)));

    private final CollectedResult<NetworkObservation> result = new CollectedResult<>();

    private static ProveNetworkEvents open(FakeChainTracker tracker) {
        ProveNetworkEvents step = new ProveNetworkEvents(() -> tracker, 0);
        step.setRuntimeContext(new MeteredContext());
        step.open(DefaultOpenContext.INSTANCE);
        return step;
    }

    @Test
    void believesAProofThatTheTrackersConfirm() {
        open(FakeChainTracker.answering(RootAnswer.TRUE)).asyncInvoke(WITH_PROOF, result);

        assertThat(result.value())
                .isEqualTo(
                        new NetworkObservation.Mined(
                                TXID, 800_000, Optional.of(QUERY.root()), Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource(value = RootAnswer.class, names = "TRUE", mode = EnumSource.Mode.EXCLUDE)
    void takesAProofThatTheyDoNotConfirmForAHint(RootAnswer answer) {
        open(FakeChainTracker.answering(answer)).asyncInvoke(WITH_PROOF, result);

        assertThat(result.value()).isEqualTo(new NetworkObservation.Hinted(TXID, true));
    }

    @Test
    void takesAProofForAHintWhenTheTrackersFail() {
        open(FakeChainTracker.failing()).asyncInvoke(WITH_PROOF, result);

        assertThat(result.value()).isEqualTo(new NetworkObservation.Hinted(TXID, true));
    }

    @Test
    void takesAProofForAHintWhenTimeIsUp() {
        ProveNetworkEvents step = open(FakeChainTracker.silent());
        step.asyncInvoke(WITH_PROOF, result);
        assertThat(result.values).isEmpty();
        step.timeout(WITH_PROOF, result);

        assertThat(result.value()).isEqualTo(new NetworkObservation.Hinted(TXID, true));
    }

    @Test
    void makesItsTrackerForgetWhatAReorganisationReplaced() {
        FakeChainTracker tracker = FakeChainTracker.silent();
        open(tracker).asyncInvoke(new NewsTask.Forget(800_000), result);

        assertThat(tracker.forgotten).containsExactly(800_000L);
        assertThat(result.values).isEmpty();
        assertThat(result.failures).isEmpty();
    }
}
