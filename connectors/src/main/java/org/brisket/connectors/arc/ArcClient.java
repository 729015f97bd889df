package org.brisket.connectors.arc;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import org.brisket.connectors.http.Backoff;
import org.brisket.connectors.http.CircuitBreaker;
import org.brisket.connectors.http.HttpConnections;
import org.brisket.connectors.http.HttpLimits;
import org.brisket.connectors.http.HttpReply;
import org.brisket.connectors.http.HttpService;
import org.brisket.protocol.broadcast.AnswerKind;
import org.brisket.protocol.broadcast.EndpointAnswer;
import org.brisket.protocol.broadcast.EndpointHealth;
import org.brisket.protocol.bytes.ByteWriter;
import org.brisket.protocol.bytes.MalformedException;
import org.brisket.protocol.hash.Txid;

/**
 * One endpoint of the ARC API. It posts once and retries nothing: repeating identical bytes is
 * harmless, and when to do so is for the caller to know. Its futures never fail.
 */
final class ArcClient {
    private static final String BINARY = "application/octet-stream";
    private static final int FAILURES_TO_SUSPEND = 5;
    private static final Backoff SUSPENSION =
            new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));
    private static final int MAX_REPLY_BYTES = 8 * 1024 * 1024;

    /** Access, rate, gateway and overload: no transaction of the post is to blame. */
    private static final Set<Integer> ENDPOINT_TROUBLE = Set.of(401, 403, 404, 429, 502, 503, 504);

    private final String endpoint;
    private final HttpService service;
    private final PostCounts counts = new PostCounts();

    /** Apart from posts: questions can wait, and are not put to an endpoint that fails. */
    private final HttpService statuses;

    ArcClient(HttpConnections connections, EndpointSettings endpoint, BroadcastSettings settings) {
        this.endpoint = endpoint.name();
        HttpLimits limits =
                new HttpLimits(settings.timeoutMillis(), settings.maxInFlight(), MAX_REPLY_BYTES);
        Map<String, String> headers = headers(endpoint, settings);
        this.service =
                new HttpService(
                        connections,
                        "endpoint " + endpoint.name(),
                        endpoint.url(),
                        headers,
                        limits);
        this.statuses =
                new HttpService(
                        connections,
                        "statuses of endpoint " + endpoint.name(),
                        endpoint.url(),
                        headers,
                        limits,
                        new CircuitBreaker(FAILURES_TO_SUSPEND, SUSPENSION, System::nanoTime));
    }

    private static Map<String, String> headers(
            EndpointSettings endpoint, BroadcastSettings settings) {
        Map<String, String> headers = new TreeMap<>();
        if (!endpoint.apiKey().isEmpty()) {
            headers.put("Authorization", "Bearer " + endpoint.apiKey());
        }
        if (!settings.callbackUrl().isEmpty()) {
            headers.put("X-CallbackUrl", settings.callbackUrl());
            headers.put("X-CallbackToken", settings.callbackToken());
        }
        if (settings.fullStatusUpdates()) {
            headers.put("X-FullStatusUpdates", "true");
        }
        return headers;
    }

    String endpoint() {
        return endpoint;
    }

    /** Posts transactions in their order, one alone or several as a batch. */
    CompletableFuture<ArcReply> submit(List<ArcTransaction> transactions) {
        ByteWriter body = new ByteWriter();
        transactions.forEach(transaction -> body.write(transaction.extendedFormat()));
        String path = transactions.size() == 1 ? "/v1/tx" : "/v1/txs";
        return service.post(path, BINARY, body.toByteArray())
                .thenApply(reply -> read(reply, transactions))
                .exceptionally(this::silence)
                .thenApply(counts::count);
    }

    EndpointHealth health() {
        return counts.of(endpoint);
    }

    /** What the endpoint knows about a transaction; of kind ABSENT when it knows nothing. */
    CompletableFuture<ArcStatus> status(Txid txid) {
        return statuses.get("/v1/tx/" + txid)
                .thenApply(reply -> ArcStatus.read(endpoint, txid, reply))
                .exceptionally(failure -> ArcStatus.without(silence(failure).otherwise()));
    }

    private ArcReply read(HttpReply reply, List<ArcTransaction> transactions) {
        Map<Txid, EndpointAnswer> answers = new HashMap<>();
        JsonNode json = reply.json();
        if (json.isArray()) {
            Set<Txid> asked = new HashSet<>();
            transactions.forEach(transaction -> asked.add(transaction.txid()));
            json.forEach(element -> match(reply, element, asked, answers));
        } else if (transactions.size() == 1) {
            readSingle(reply, json, transactions.get(0).txid(), answers);
        }
        return new ArcReply(
                answers,
                ArcAnswers.unknown(
                        endpoint,
                        reply.status(),
                        "no word on this transaction, HTTP status " + reply.status()),
                ENDPOINT_TROUBLE.contains(reply.status()));
    }

    /** Elements of a batch come in any order, so only the txid says what they are about. */
    private void match(
            HttpReply reply, JsonNode element, Set<Txid> asked, Map<Txid, EndpointAnswer> answers) {
        try {
            Txid txid = Txid.fromDisplayHex(element.path("txid").asText(""));
            if (asked.contains(txid)) {
                keep(txid, ArcAnswers.read(endpoint, reply.status(), element), answers);
            }
        } catch (MalformedException e) {
            // Of no use; the transaction that it was about is asked for again.
            return;
        }
    }

    private void readSingle(
            HttpReply reply, JsonNode json, Txid txid, Map<Txid, EndpointAnswer> answers) {
        String named = json.path("txid").asText("");
        if (named.isEmpty() || named.equalsIgnoreCase(txid.toString())) {
            keep(txid, ArcAnswers.read(endpoint, reply.status(), json), answers);
        }
    }

    /** An answer that says nothing at all leaves the question open. */
    private static void keep(Txid txid, EndpointAnswer answer, Map<Txid, EndpointAnswer> answers) {
        if (answer.kind() != AnswerKind.UNKNOWN || !answer.status().isEmpty()) {
            answers.put(txid, answer);
        }
    }

    private ArcReply silence(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null
                        ? failure.getCause()
                        : failure;
        boolean down =
                cause instanceof ConnectException
                        || cause instanceof HttpConnectTimeoutException
                        || cause instanceof RejectedExecutionException;
        return new ArcReply(
                Map.of(), ArcAnswers.unknown(endpoint, 0, cause.getClass().getSimpleName()), down);
    }
}
