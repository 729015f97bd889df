package org.brisket.connectors.arc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.brisket.connectors.http.Backoff;
import org.brisket.connectors.http.HttpConnections;
import org.brisket.protocol.broadcast.AnswerKind;
import org.brisket.protocol.broadcast.BroadcastRequest;
import org.brisket.protocol.broadcast.EndpointAnswer;
import org.brisket.protocol.broadcast.EndpointHealth;
import org.brisket.protocol.hash.Txid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One endpoint's share of a broadcast: it gathers requests into batches and finds each request's
 * answer. A transaction that the endpoint tripped over is posted alone from then on; one that it
 * calls an orphan is sent again a few times with all of its ancestors, which it may have lost or
 * not yet looked at.
 */
final class BatchingBroadcaster {
    private static final Logger LOG = LoggerFactory.getLogger(BatchingBroadcaster.class);
    private static final long REMEMBERED_STUMBLES = 10_000;
    private static final Duration LONGEST_ORPHAN_PAUSE = Duration.ofSeconds(5);
    private static final Duration STUMBLE_EXPIRY = Duration.ofMinutes(10);

    private final ArcClient client;
    private final HttpConnections connections;
    private final BroadcastSettings settings;
    private final BatchQueue queue;
    private final Backoff orphanBackoff;
    private final AtomicBoolean lingering = new AtomicBoolean();
    private final Cache<Txid, Boolean> stumbled =
            Caffeine.newBuilder()
                    .maximumSize(REMEMBERED_STUMBLES)
                    .expireAfterWrite(STUMBLE_EXPIRY)
                    .executor(Runnable::run)
                    .build();

    BatchingBroadcaster(ArcClient client, HttpConnections connections, BroadcastSettings settings) {
        this.client = client;
        this.connections = connections;
        this.settings = settings;
        this.orphanBackoff =
                new Backoff(
                        Duration.ofMillis(settings.initialBackoffMillis()), LONGEST_ORPHAN_PAUSE);
        this.queue = new BatchQueue(settings.batchSize(), settings.maxInFlight());
    }

    String endpoint() {
        return client.endpoint();
    }

    EndpointHealth health() {
        return client.health();
    }

    /** This endpoint's answer, UNKNOWN when it has none after its attempts. Never fails. */
    CompletableFuture<EndpointReport> send(BroadcastRequest request) {
        List<ArcTransaction> transactions = ArcTransaction.listOf(request);
        BatchQueue.Waiting waiting =
                new BatchQueue.Waiting(
                        request.subject(),
                        transactions,
                        haveStumbled(transactions),
                        0,
                        new CompletableFuture<>());
        enqueue(waiting, EndpointReport.without(unknown("too much waits for this endpoint")));
        return waiting.report();
    }

    private void enqueue(BatchQueue.Waiting waiting, EndpointReport ifFull) {
        if (queue.offer(waiting)) {
            startLinger();
            dispatch();
        } else {
            waiting.report().complete(ifFull);
        }
    }

    private boolean haveStumbled(List<ArcTransaction> transactions) {
        return transactions.stream()
                .anyMatch(transaction -> stumbled.getIfPresent(transaction.txid()) != null);
    }

    private void startLinger() {
        if (lingering.compareAndSet(false, true)) {
            connections.runAfter(Duration.ofMillis(settings.lingerMillis()), this::endLinger);
        }
    }

    private void endLinger() {
        // First, so that a request that comes after this one starts the next.
        lingering.set(false);
        queue.linger();
        dispatch();
    }

    private void dispatch() {
        Optional<BatchQueue.Batch> next = queue.take();
        while (next.isPresent()) {
            post(next.get());
            next = queue.take();
        }
    }

    private void post(BatchQueue.Batch batch) {
        BatchPost.start(client, connections, settings, batch.transactions())
                .exceptionally(this::broken)
                .thenAccept(
                        result -> {
                            queue.release();
                            deliver(batch, result);
                            // Not here: posts that end at once would recurse.
                            connections.run(this::dispatch);
                        });
    }

    private BatchPost.Result broken(Throwable failure) {
        LOG.error("a batch for {} ended in an error", endpoint(), failure);
        return new BatchPost.Result(Map.of(), unknown(failure.toString()), Set.of());
    }

    private EndpointAnswer unknown(String detail) {
        return ArcAnswers.unknown(endpoint(), 0, detail);
    }

    private void deliver(BatchQueue.Batch batch, BatchPost.Result result) {
        result.stumbling().forEach(txid -> stumbled.put(txid, true));
        for (BatchQueue.Waiting request : batch.requests()) {
            EndpointReport report = report(request, result);
            if (report.subject().kind() != AnswerKind.ORPHAN || !sendAgain(request, report)) {
                request.report().complete(report);
            }
        }
    }

    private boolean sendAgain(BatchQueue.Waiting orphan, EndpointReport report) {
        return orphan.earlier() < settings.retries()
                && connections.runAfter(
                        orphanBackoff.pauseAfter(orphan.earlier() + 1),
                        () -> enqueue(orphan.again(), report));
    }

    private static EndpointReport report(BatchQueue.Waiting request, BatchPost.Result result) {
        Map<Txid, EndpointAnswer> ancestors = new HashMap<>();
        for (ArcTransaction transaction : request.transactions()) {
            EndpointAnswer answer = result.answers().get(transaction.txid());
            if (answer != null && !transaction.txid().equals(request.subject())) {
                ancestors.put(transaction.txid(), answer);
            }
        }
        return new EndpointReport(
                result.answers().getOrDefault(request.subject(), result.otherwise()), ancestors);
    }
}
