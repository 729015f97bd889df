package org.brisket.connectors.arc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.brisket.connectors.http.Backoff;
import org.brisket.connectors.http.HttpConnections;
import org.brisket.protocol.broadcast.AnswerKind;
import org.brisket.protocol.broadcast.BroadcastOutcome;
import org.brisket.protocol.broadcast.BroadcastRequest;
import org.brisket.protocol.broadcast.Broadcaster;
import org.brisket.protocol.broadcast.EndpointAnswer;
import org.brisket.protocol.broadcast.EndpointHealth;
import org.brisket.protocol.broadcast.StatusReport;
import org.brisket.protocol.hash.Txid;

/**
 * All endpoints together: each request goes to all of them at once, and its outcome holds each
 * one's answer. While none of them has any word on it the request is sent again, with growing
 * pauses, for as long as this broadcaster is open: an outage delays and never fails. How many
 * requests may wait is for the caller to limit.
 */
public final class FanOutBroadcaster implements Broadcaster {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    private final List<ArcClient> clients;
    private final List<BatchingBroadcaster> endpoints;
    private final List<String> names;
    private final BroadcastSettings settings;
    private final HttpConnections connections;
    private final Backoff backoff;
    private final Set<Pending> pending = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** A request that has no outcome yet. */
    private static final class Pending {
        private final BroadcastRequest request;
        private final CompletableFuture<BroadcastOutcome> outcome = new CompletableFuture<>();

        private Pending(BroadcastRequest request) {
            this.request = request;
        }

        /** By ancestor and endpoint; the last word counts. */
        private final Map<Txid, Map<String, EndpointAnswer>> ancestors = new ConcurrentHashMap<>();

        private void note(EndpointReport report) {
            report.ancestors()
                    .forEach(
                            (txid, answer) ->
                                    ancestors
                                            .computeIfAbsent(txid, t -> new ConcurrentHashMap<>())
                                            .put(answer.endpoint(), answer));
        }

        private void complete(List<EndpointAnswer> answers) {
            Map<Txid, List<EndpointAnswer>> all = new HashMap<>();
            ancestors.forEach((txid, said) -> all.put(txid, List.copyOf(said.values())));
            outcome.complete(new BroadcastOutcome(request.subject(), answers, all));
        }
    }

    private FanOutBroadcaster(BroadcastSettings settings, HttpConnections connections) {
        this.settings = settings;
        this.connections = connections;
        this.clients =
                settings.endpoints().stream()
                        .map(endpoint -> new ArcClient(connections, endpoint, settings))
                        .toList();
        this.endpoints =
                clients.stream()
                        .map(client -> new BatchingBroadcaster(client, connections, settings))
                        .toList();
        this.names = endpoints.stream().map(BatchingBroadcaster::endpoint).toList();
        this.backoff = new Backoff(FIRST_PAUSE, Duration.ofMillis(settings.maxBackoffMillis()));
    }

    /** Opens connections and threads; the caller closes the broadcaster. */
    public static FanOutBroadcaster fromSettings(BroadcastSettings settings) {
        return new FanOutBroadcaster(settings, new HttpConnections("broadcast"));
    }

    @Override
    public CompletableFuture<BroadcastOutcome> broadcast(BroadcastRequest request) {
        Pending waiting = new Pending(request);
        pending.add(waiting);
        waiting.outcome.whenComplete((outcome, failure) -> pending.remove(waiting));
        if (closed) {
            waiting.complete(closedAnswers());
        }
        startRound(waiting, 1);
        return waiting.outcome.copy();
    }

    private void startRound(Pending waiting, int number) {
        if (waiting.outcome.isDone()) {
            return;
        }
        BroadcastRound round = new BroadcastRound(names, settings.requiredAcceptances());
        for (int i = 0; i < endpoints.size(); i++) {
            int endpoint = i;
            endpoints
                    .get(i)
                    .send(waiting.request)
                    .thenAccept(
                            report -> {
                                waiting.note(report);
                                report(round, endpoint, report.subject());
                            });
        }
        round.outcome().thenAccept(answers -> endRound(waiting, number, answers));
    }

    private void report(BroadcastRound round, int endpoint, EndpointAnswer answer) {
        if (round.report(endpoint, answer) == BroadcastRound.Progress.ENOUGH_ACCEPTED
                && !connections.runAfter(
                        Duration.ofMillis(settings.graceMillis()), round::finish)) {
            round.finish();
        }
    }

    private void endRound(Pending waiting, int number, List<EndpointAnswer> answers) {
        boolean silence = answers.stream().allMatch(a -> a.kind() == AnswerKind.UNKNOWN);
        boolean again =
                silence
                        && connections.runAfter(
                                backoff.pauseAfter(number), () -> startRound(waiting, number + 1));
        if (!again) {
            waiting.complete(answers);
        }
    }

    @Override
    public CompletableFuture<StatusReport> status(Txid txid) {
        return StatusRound.ask(clients, txid);
    }

    @Override
    public List<EndpointHealth> health() {
        return endpoints.stream().map(BatchingBroadcaster::health).toList();
    }

    /** Ends what is under way with UNKNOWN answers. */
    @Override
    public void close() {
        closed = true;
        connections.close();
        new ArrayList<>(pending).forEach(waiting -> waiting.complete(closedAnswers()));
    }

    private List<EndpointAnswer> closedAnswers() {
        return names.stream()
                .map(name -> ArcAnswers.unknown(name, 0, "the broadcaster was closed"))
                .toList();
    }
}
