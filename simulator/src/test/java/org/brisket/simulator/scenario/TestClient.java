package org.brisket.simulator.scenario;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Sends a request and says the status of the answer, or that there was none. */
final class TestClient {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private TestClient() {}

    static String get(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)));
    }

    static String post(String url, String hex) {
        return send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString(hex)));
    }

    private static String send(HttpRequest.Builder request) {
        try {
            var answer = CLIENT.send(request.build(), BodyHandlers.discarding());
            return Integer.toString(answer.statusCode());
        } catch (IOException e) {
            return "no answer";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
