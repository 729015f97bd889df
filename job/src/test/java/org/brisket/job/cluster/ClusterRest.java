package org.brisket.job.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A cluster's REST interface: JSON in, JSON out. */
final class ClusterRest {
    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final String BOUNDARY = "brisket-job-jar";

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;

    ClusterRest(String address) {
        this.address = address;
    }

    /** How many task managers have registered. */
    int taskManagers() throws IOException, InterruptedException {
        return poll("/overview").path("taskmanagers").asInt();
    }

    /** How many slots of all task managers hold no task. */
    int freeSlots() throws IOException, InterruptedException {
        return poll("/overview").path("slots-available").asInt();
    }

    /** Uploads a jar, and says under which id the cluster keeps it. */
    String upload(Path jar) throws IOException, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(ascii("--" + BOUNDARY + "\r\n"));
        body.writeBytes(
                ascii(
                        "Content-Disposition: form-data; name=\"jarfile\"; filename=\"%s\"\r\n"
                                .formatted(jar.getFileName())));
        body.writeBytes(ascii("Content-Type: application/java-archive\r\n\r\n"));
        body.writeBytes(Files.readAllBytes(jar));
        body.writeBytes(ascii("\r\n--" + BOUNDARY + "--\r\n"));
        HttpRequest.Builder request =
                request("/jars/upload")
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()));
        Path kept = Path.of(send(request).path("filename").asText());
        return kept.getFileName().toString();
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /** As {@link #get}, but what cannot be told yet is a missing node. */
    JsonNode poll(String path) throws IOException, InterruptedException {
        try {
            HttpResponse<String> answer = exchange(request(path).GET());
            return answer.statusCode() == OK
                    ? json.readTree(answer.body())
                    : MissingNode.getInstance();
        } catch (ConnectException notYet) {
            return MissingNode.getInstance();
        }
    }

    JsonNode post(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body))));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(TIMEOUT);
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = exchange(request);
        if (answer.statusCode() != OK && answer.statusCode() != ACCEPTED) {
            throw new IOException(
                    answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return json.readTree(answer.body());
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
