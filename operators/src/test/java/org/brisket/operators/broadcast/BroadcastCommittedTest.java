package org.brisket.operators.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.functions.DefaultOpenContext;
import org.brisket.operators.CollectedResult;
import org.brisket.operators.MeteredContext;
import org.brisket.operators.metrics.Metric;
import org.brisket.protocol.broadcast.AnswerKind;
import org.brisket.protocol.broadcast.BroadcastOutcome;
import org.brisket.protocol.broadcast.BroadcastRequest;
import org.brisket.protocol.broadcast.Broadcaster;
import org.brisket.protocol.broadcast.EndpointAnswer;
import org.brisket.protocol.broadcast.EndpointHealth;
import org.brisket.protocol.broadcast.StatusReport;
import org.brisket.protocol.hash.Txid;
import org.brisket.state.ExampleTickets;
import org.brisket.state.ExampleVerdicts;
import org.brisket.state.coordination.Decision;
import org.brisket.state.tracking.NetworkObservation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BroadcastCommittedTest {
    private static final Txid TXID = new Txid(1, 2, 3, 4);
    private static final byte[] PARENT = {1};
    private static final byte[] SUBJECT = {2};
    private static final Decision COMMIT =
            new Decision.Commit(
                    ExampleTickets.alone(TXID, 1),
                    List.of(ExampleVerdicts.yes("a")),
                    List.of(),
                    List.of(PARENT, SUBJECT));

    private final FakeBroadcaster network = new FakeBroadcaster();
    private final MeteredContext context = new MeteredContext();
    private final CollectedResult<NetworkObservation> result = new CollectedResult<>();
    private final BroadcastCommitted step = new BroadcastCommitted(() -> network);

    /** Writes down what it is asked to send and answers when the test says so. */
    private static final class FakeBroadcaster implements Broadcaster {
        private final List<BroadcastRequest> requests = new ArrayList<>();
        private final CompletableFuture<BroadcastOutcome> outcome = new CompletableFuture<>();
        private boolean closed;

        @Override
        public CompletableFuture<BroadcastOutcome> broadcast(BroadcastRequest request) {
            requests.add(request);
            return outcome;
        }

        @Override
        public CompletableFuture<StatusReport> status(Txid txid) {
            throw new IllegalStateException("nobody is to ask here about " + txid);
        }

        @Override
        public List<EndpointHealth> health() {
            return List.of(new EndpointHealth("e", 7, 2, false));
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @BeforeEach
    void open() {
        step.setRuntimeContext(context);
        step.open(DefaultOpenContext.INSTANCE);
    }

    @Test
    void sendsTheParentsBeforeTheSubject() {
        step.asyncInvoke(COMMIT, result);

        assertThat(network.requests).hasSize(1);
        assertThat(network.requests.get(0).subject()).isEqualTo(TXID);
        assertThat(network.requests.get(0).extendedTransactions()).containsExactly(PARENT, SUBJECT);
    }

    @Test
    void reportsWhatTheEndpointsAnswer() {
        BroadcastOutcome outcome =
                new BroadcastOutcome(
                        TXID,
                        List.of(
                                new EndpointAnswer(
                                        "e", AnswerKind.ACCEPTED, "SEEN", 200, "", List.of())));
        step.asyncInvoke(COMMIT, result);
        assertThat(result.values).isEmpty();
        network.outcome.complete(outcome);

        assertThat(result.value()).isEqualTo(new NetworkObservation.Answered(outcome));
    }

    @Test
    void reportsTheAnswersToAncestorsThatWereAdmittedAlongside() {
        Txid ancestor = new Txid(4, 3, 2, 1);
        Decision alongside =
                new Decision.Commit(
                        ExampleTickets.alone(TXID, 1),
                        List.of(ExampleVerdicts.yes("a")),
                        List.of(ancestor),
                        List.of(PARENT, SUBJECT));
        EndpointAnswer accepted =
                new EndpointAnswer("e", AnswerKind.ACCEPTED, "SEEN", 200, "", List.of());
        step.asyncInvoke(alongside, result);
        network.outcome.complete(new BroadcastOutcome(TXID, List.of(accepted)));

        assertThat(result.values)
                .containsExactly(
                        new NetworkObservation.Answered(
                                new BroadcastOutcome(ancestor, List.of(accepted))),
                        new NetworkObservation.Answered(
                                new BroadcastOutcome(TXID, List.of(accepted))));
    }

    @Test
    void postsAgainWhatTheTrackerWantsPostedAgain() {
        step.asyncInvoke(new Decision.Poll(TXID, List.of(PARENT, SUBJECT)), result);
        assertThat(network.requests.get(0).extendedTransactions()).containsExactly(PARENT, SUBJECT);
        BroadcastOutcome outcome = new BroadcastOutcome(TXID, List.of());
        network.outcome.complete(outcome);

        assertThat(result.value()).isEqualTo(new NetworkObservation.PostedAgain(outcome));
    }

    @Test
    void reportsNoAnswersWhenTimeIsUp() {
        step.asyncInvoke(COMMIT, result);
        step.timeout(COMMIT, result);

        assertThat(result.value())
                .isEqualTo(new NetworkObservation.Answered(new BroadcastOutcome(TXID, List.of())));
    }

    @Test
    void stopsTheJobOnABugOfTheBroadcaster() {
        step.asyncInvoke(COMMIT, result);
        network.outcome.completeExceptionally(new IllegalStateException("a bug"));

        assertThat(result.values).isEmpty();
        assertThat(result.failures).hasSize(1);
    }

    @Test
    void measuresBroadcastsAndEndpoints() {
        step.asyncInvoke(COMMIT, result);
        assertThat(context.gauge(Metric.BROADCASTS_IN_FLIGHT)).isEqualTo(1);
        network.outcome.complete(
                new BroadcastOutcome(
                        TXID,
                        List.of(
                                answer("e", AnswerKind.ACCEPTED),
                                answer("f", AnswerKind.INVALID))));

        assertThat(context.gauge(Metric.BROADCASTS_IN_FLIGHT)).isEqualTo(0);
        assertThat(context.counter(Metric.BROADCASTS)).isEqualTo(1);
        assertThat(context.counter(Metric.BROADCAST_OUTCOMES, "accepted")).isEqualTo(1);
        assertThat(context.counter(Metric.ENDPOINT_ANSWERS, "e", "accepted")).isEqualTo(1);
        assertThat(context.counter(Metric.ENDPOINT_DISAGREEMENTS)).isEqualTo(1);
        assertThat(context.histogram(Metric.BROADCAST_MILLIS).getCount()).isEqualTo(1);
        assertThat(context.gauge(Metric.ENDPOINT_POSTS, "e")).isEqualTo(7L);
        assertThat(context.gauge(Metric.ENDPOINT_FAILED_POSTS, "e")).isEqualTo(2L);
        assertThat(context.gauge(Metric.ENDPOINT_UP, "e")).isEqualTo(0);
    }

    private static EndpointAnswer answer(String endpoint, AnswerKind kind) {
        return new EndpointAnswer(endpoint, kind, "", 200, "", List.of());
    }

    @Test
    void closesItsBroadcaster() {
        step.close();

        assertThat(network.closed).isTrue();
    }
}
