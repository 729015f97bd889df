package org.brisket.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Stands between the HTTP server and one service: reads the request within bounds, applies the
 * knobs, and answers. Waiting takes no thread, so many slow answers can be under way.
 */
final class ServiceHandler implements HttpHandler {
    private static final int LARGEST_BODY = 32 * 1024 * 1024;
    private static final int MAX_HANGING = 1_000;

    private final String prefix;
    private final HttpService service;
    private final ServiceKnobs knobs;
    private final ScheduledExecutorService timer;
    private final Queue<HttpExchange> hanging = new ConcurrentLinkedQueue<>();

    ServiceHandler(
            String prefix,
            HttpService service,
            ServiceKnobs knobs,
            ScheduledExecutorService timer) {
        this.prefix = prefix;
        this.service = service;
        this.knobs = knobs;
        this.timer = timer;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Treatment treatment = knobs.next();
        if (treatment.fate() == Treatment.Fate.ABORT) {
            exchange.close();
            return;
        }
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (treatment.fate() == Treatment.Fate.HANG) {
            leaveHanging(exchange);
            return;
        }
        long delay = treatment.delay().toNanos();
        if (delay == 0) {
            finish(exchange, body, treatment);
        } else {
            timer.schedule(() -> finish(exchange, body, treatment), delay, TimeUnit.NANOSECONDS);
        }
    }

    private void leaveHanging(HttpExchange exchange) {
        hanging.add(exchange);
        if (hanging.size() > MAX_HANGING) {
            HttpExchange oldest = hanging.poll();
            if (oldest != null) {
                oldest.close();
            }
        }
    }

    private void finish(HttpExchange exchange, byte[] body, Treatment treatment) {
        try (exchange) {
            HttpResponse response =
                    treatment.fate() == Treatment.Fate.FAIL
                            ? HttpResponse.text(treatment.status(), "simulated failure")
                            : answer(exchange, body);
            if (treatment.fate() != Treatment.Fate.LOSE_ANSWER) {
                send(exchange, response);
            }
        } catch (IOException e) {
            // The client went away; that is its right, and nothing is left to tell it.
        }
    }

    private HttpResponse answer(HttpExchange exchange, byte[] body) {
        if (body.length > LARGEST_BODY) {
            return HttpResponse.text(413, "body of more than " + LARGEST_BODY + " bytes");
        }
        try {
            return service.answer(request(exchange, body));
        } catch (RuntimeException e) {
            return HttpResponse.text(500, "the simulator has a bug: " + e);
        }
    }

    private HttpRequest request(HttpExchange exchange, byte[] body) {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(lowerCase(name), values.get(0)));
        String path = exchange.getRequestURI().getPath().substring(prefix.length());
        return new HttpRequest(
                exchange.getRequestMethod(),
                path,
                query(exchange.getRequestURI().getRawQuery()),
                headers,
                body);
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new HashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(pair.substring(0, equals), decode(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static void send(HttpExchange exchange, HttpResponse response) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", response.contentType());
        int length = response.body().length;
        exchange.sendResponseHeaders(response.status(), length == 0 ? -1 : length);
        try (OutputStream stream = exchange.getResponseBody()) {
            stream.write(response.body());
        }
    }
}
