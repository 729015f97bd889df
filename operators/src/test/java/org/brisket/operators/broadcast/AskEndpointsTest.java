package org.brisket.operators.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.functions.DefaultOpenContext;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.brisket.operators.CollectedResult;
import org.brisket.operators.Harnesses;
import org.brisket.protocol.broadcast.AnswerKind;
import org.brisket.protocol.broadcast.BroadcastOutcome;
import org.brisket.protocol.broadcast.BroadcastRequest;
import org.brisket.protocol.broadcast.Broadcaster;
import org.brisket.protocol.broadcast.EndpointAnswer;
import org.brisket.protocol.broadcast.StatusReport;
import org.brisket.protocol.bytes.Hex;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;
import org.brisket.protocol.merkle.MerklePath;
import org.brisket.state.coordination.Decision;
import org.brisket.state.store.BlockProof;
import org.brisket.state.tracking.NetworkNews;
import org.brisket.state.tracking.NetworkObservation;
import org.brisket.state.tracking.NetworkObservationCodec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AskEndpointsTest {
    private static final Txid TXID = new Txid(1, 2, 3, 4);
    private static final Decision QUESTION = new Decision.Poll(TXID, List.of());
    private static final MerklePath PATH = path();
    private static final StatusReport REPORT =
            new StatusReport(
                    new BroadcastOutcome(
                            TXID,
                            List.of(
                                    new EndpointAnswer(
                                            "e",
                                            AnswerKind.ACCEPTED,
                                            "MINED",
                                            200,
                                            "",
                                            List.of()))),
                    List.of(PATH, PATH));

    private final CompletableFuture<StatusReport> report = new CompletableFuture<>();
    private final CollectedResult<StatusReport> result = new CollectedResult<>();
    private final AskEndpoints step = new AskEndpoints(() -> new FakeEndpoints(report));

    /** Of a block of height 100 that holds the transaction and, as its own sibling, no other. */
    private static MerklePath path() {
        try {
            return MerklePath.parse(
                    Hex.decode("6401020002" + Hex.encode(TXID.toInternal()) + "0101"));
        } catch (MalformedException e) {
            throw new IllegalStateException(e);
        }
    }

    private record FakeEndpoints(CompletableFuture<StatusReport> report) implements Broadcaster {
        @Override
        public CompletableFuture<BroadcastOutcome> broadcast(BroadcastRequest request) {
            throw new IllegalStateException("nothing is to be posted here: " + request.subject());
        }

        @Override
        public CompletableFuture<StatusReport> status(Txid txid) {
            return report;
        }

        @Override
        public void close() {}
    }

    @BeforeEach
    void open() {
        step.open(DefaultOpenContext.INSTANCE);
    }

    @Test
    void reportsWhatTheEndpointsSay() {
        step.asyncInvoke(QUESTION, result);
        assertThat(result.values).isEmpty();
        report.complete(REPORT);

        assertThat(result.value()).isEqualTo(REPORT);
    }

    @Test
    void reportsSilenceWhenTimeIsUp() {
        step.asyncInvoke(QUESTION, result);
        step.timeout(QUESTION, result);

        assertThat(result.value())
                .isEqualTo(new StatusReport(BroadcastOutcome.silence(TXID), List.of()));
    }

    @Test
    void stopsTheJobOnABug() {
        step.asyncInvoke(QUESTION, result);
        report.completeExceptionally(new IllegalStateException("a bug"));

        assertThat(result.failures).hasSize(1);
    }

    @Test
    void sendsProofsToBeCheckedAndStatusesToTheTracker() throws Exception {
        OneInputStreamOperatorTestHarness<StatusReport, NetworkObservation> harness =
                Harnesses.process(new ReadStatuses(), new NetworkObservationCodec().typeInfo());
        harness.processElement(REPORT, 0);

        assertThat(harness.extractOutputValues())
                .containsExactly(new NetworkObservation.Polled(REPORT.outcome()));
        assertThat(Harnesses.sideOutput(harness, ReadStatuses.PROOFS))
                .containsExactly(NetworkNews.proven(TXID, true, BlockProof.of(TXID, PATH)));
        harness.close();
    }
}
