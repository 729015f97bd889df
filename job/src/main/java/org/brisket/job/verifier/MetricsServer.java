package org.brisket.job.verifier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.brisket.job.failure.ExplainedFailure;

/** Serves {@code /metrics}, and {@code /healthz}, which is 503 while the broker is silent. */
public final class MetricsServer implements AutoCloseable {
    private static final long SILENCE_MILLIS = 60_000;
    private static final int BACKLOG = 16;

    private final HttpServer server;
    private final VerifierCounts counts;

    private MetricsServer(HttpServer server, VerifierCounts counts) {
        this.server = server;
        this.counts = counts;
        server.createContext("/metrics", this::metrics);
        server.createContext("/healthz", this::health);
    }

    /**
     * @param port 0 for a free one
     * @throws ExplainedFailure if the port is in use
     */
    public static MetricsServer start(int port, VerifierCounts counts) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(port), BACKLOG);
            MetricsServer metrics = new MetricsServer(server, counts);
            server.start();
            return metrics;
        } catch (IOException e) {
            throw new ExplainedFailure("--metrics-port " + port + ": " + e.getMessage(), e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void metrics(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/plain; version=0.0.4");
        answer(exchange, 200, PrometheusText.of(counts, System.currentTimeMillis()));
    }

    private void health(HttpExchange exchange) throws IOException {
        long heard = counts.lastPollMillis.get();
        boolean alive = System.currentTimeMillis() - heard < SILENCE_MILLIS;
        answer(exchange, alive ? 200 : 503, alive ? "ok\n" : "the broker is silent\n");
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
