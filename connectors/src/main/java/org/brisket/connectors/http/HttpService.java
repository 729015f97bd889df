package org.brisket.connectors.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * One remote service at a base address. Safe for concurrent use. Its headers may hold secrets and
 * are never printed.
 */
public final class HttpService {
    private static final int WAITING_PER_RUNNING = 100;

    private final HttpConnections connections;
    private final String name;
    private final String base;
    private final Map<String, String> headers;
    private final HttpLimits limits;
    private final InFlightLimit inFlight;
    private final ServiceHealth health;
    private final CircuitBreaker breaker;

    /** A service that is asked however often it fails. */
    public HttpService(
            HttpConnections connections,
            String name,
            String base,
            Map<String, String> headers,
            HttpLimits limits) {
        this(connections, name, base, headers, limits, CircuitBreaker.never());
    }

    /**
     * @param headers sent with every request, for example a key
     * @param breaker while it is open, requests fail at once with an IOException
     * @throws IllegalStateException when the address is not one of http or https
     */
    public HttpService(
            HttpConnections connections,
            String name,
            String base,
            Map<String, String> headers,
            HttpLimits limits,
            CircuitBreaker breaker) {
        this.connections = connections;
        this.name = name;
        this.base = requireHttp(name, base);
        this.headers = new TreeMap<>(headers);
        this.limits = limits;
        this.inFlight =
                new InFlightLimit(limits.maxInFlight(), limits.maxInFlight() * WAITING_PER_RUNNING);
        this.health = new ServiceHealth(name);
        this.breaker = breaker;
    }

    private static String requireHttp(String name, String base) {
        if (!base.startsWith("http://") && !base.startsWith("https://")) {
            throw new IllegalStateException(
                    "the address of " + name + " does not begin with http:// or https://");
        }
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    public String name() {
        return name;
    }

    public CompletableFuture<HttpReply> get(String path) {
        return send(request(path).GET().build());
    }

    public CompletableFuture<HttpReply> post(String path, String contentType, byte[] body) {
        return send(
                request(path)
                        .header("Content-Type", contentType)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(base + path));
        // Without TLS the client would ask for an upgrade that simple servers trip over.
        builder.version(
                base.startsWith("https:")
                        ? HttpClient.Version.HTTP_2
                        : HttpClient.Version.HTTP_1_1);
        headers.forEach(builder::header);
        return builder.header("Accept", "application/json");
    }

    private CompletableFuture<HttpReply> send(HttpRequest request) {
        return inFlight.run(() -> exchange(request))
                .whenComplete(
                        (reply, failure) -> {
                            if (!connections.isClosed()) {
                                health.observe(reply, failure);
                            }
                        });
    }

    private CompletableFuture<HttpReply> exchange(HttpRequest request) {
        if (!breaker.mayCall()) {
            return CompletableFuture.failedFuture(
                    new IOException(name + " kept failing and is left alone for a while"));
        }
        return connections
                .send(request, Duration.ofMillis(limits.timeoutMillis()), limits.maxReplyBytes())
                .whenComplete(
                        (reply, failure) -> breaker.observe(failure == null && !reply.isTrouble()));
    }

    @Override
    public String toString() {
        return name + " at " + base;
    }
}
