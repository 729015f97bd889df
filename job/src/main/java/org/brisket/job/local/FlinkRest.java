package org.brisket.job.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.brisket.job.local.view.Progress.Checkpoint;

/** One job as Flink's REST interface describes it. What cannot be asked now is absent. */
final class FlinkRest {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final String TRACKING = "Track transactions";
    private static final String CONFIRMED = ".transactionsConfirmed";

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final String dashboard;
    private final String job;
    private String confirmedMetric = "";
    private long lastRestarts = -1;
    private long lastConfirmed;

    FlinkRest(String dashboard, String jobId) {
        this.dashboard = dashboard;
        this.job = "/jobs/" + jobId;
    }

    /** The last completed checkpoint. */
    Optional<Checkpoint> checkpoint() {
        JsonNode last = get(job + "/checkpoints").path("latest").path("completed");
        if (!last.hasNonNull("id")) {
            return Optional.empty();
        }
        long completed = last.path("latest_ack_timestamp").asLong();
        return Optional.of(
                new Checkpoint(
                        last.path("id").asLong(),
                        Duration.ofMillis(Math.max(0, System.currentTimeMillis() - completed)),
                        Duration.ofMillis(last.path("end_to_end_duration").asLong())));
    }

    /** How often the job restarted, as far as it was ever told; -1 if it never was. */
    long restarts() {
        lastRestarts =
                get(job + "/metrics?get=numRestarts").path(0).path("value").asLong(lastRestarts);
        return lastRestarts;
    }

    /** The job's latest failure in one line. */
    Optional<String> failure() {
        JsonNode latest = get(job + "/exceptions").path("exceptionHistory").path("entries").path(0);
        return latest.path("stacktrace").asText("").lines().findFirst();
    }

    /** How many tracked transactions a block holds, as far as it was ever told. */
    long confirmed() {
        if (confirmedMetric.isEmpty()) {
            confirmedMetric = findConfirmedMetric();
        }
        if (!confirmedMetric.isEmpty()) {
            lastConfirmed = (long) get(confirmedMetric).path(0).path("sum").asDouble(lastConfirmed);
        }
        return lastConfirmed;
    }

    private String findConfirmedMetric() {
        for (JsonNode vertex : get(job).path("vertices")) {
            if (!vertex.path("name").asText().contains(TRACKING)) {
                continue;
            }
            String metrics = job + "/vertices/" + vertex.path("id").asText() + "/subtasks/metrics";
            for (JsonNode metric : get(metrics)) {
                String id = metric.path("id").asText();
                if (id.endsWith(CONFIRMED)) {
                    String name = URLEncoder.encode(id, StandardCharsets.UTF_8);
                    return metrics + "?get=" + name + "&agg=sum";
                }
            }
        }
        return "";
    }

    private JsonNode get(String path) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(dashboard + path)).timeout(TIMEOUT).build();
            var answer = client.send(request, BodyHandlers.ofByteArray());
            return answer.statusCode() == 200
                    ? json.readTree(answer.body())
                    : MissingNode.getInstance();
        } catch (IOException unreachable) {
            return MissingNode.getInstance();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return MissingNode.getInstance();
        }
    }
}
