package org.brisket.job.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.brisket.job.e2e.Await;

/** A job on a cluster, seen and steered through REST. */
final class ClusterJob {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final ClusterRest rest;
    private final String path;

    ClusterJob(ClusterRest rest, String id) {
        this.rest = rest;
        this.path = "/jobs/" + id;
    }

    /** Waits until every task runs. */
    void awaitRunning() throws Exception {
        Await.until("every task to run", LIMIT, this::isRunning, this::describe);
    }

    /**
     * Waits until every task runs again, none of them on a lost task manager.
     *
     * @param restored how often the job had been restored before the loss
     */
    void awaitRestored(String lost, int restored) throws Exception {
        Await.until(
                "every task to run again without " + lost,
                LIMIT,
                () ->
                        restoredCheckpoints() > restored
                                && isRunning()
                                && !taskManagers().contains(lost),
                this::describe);
    }

    private boolean isRunning() throws IOException, InterruptedException {
        JsonNode job = rest.poll(path);
        boolean running = job.path("state").asText().equals("RUNNING");
        for (JsonNode vertex : job.path("vertices")) {
            int tasks = vertex.path("tasks").path("RUNNING").asInt();
            running &= tasks == vertex.path("parallelism").asInt();
        }
        return running;
    }

    private String describe() throws IOException, InterruptedException {
        return "\n" + rest.poll(path) + "\n" + rest.poll(path + "/exceptions");
    }

    /** How often the job's state came back from a checkpoint or savepoint. */
    int restoredCheckpoints() throws IOException, InterruptedException {
        return rest.poll(path + "/checkpoints").path("counts").path("restored").asInt();
    }

    /** The names of the task managers that run a task of the job. */
    Set<String> taskManagers() throws IOException, InterruptedException {
        Set<String> names = new TreeSet<>();
        for (JsonNode vertex : rest.poll(path).path("vertices")) {
            JsonNode tasks = rest.poll(path + "/vertices/" + vertex.path("id").asText());
            for (JsonNode task : tasks.path("subtasks")) {
                names.add(task.path("taskmanager-id").asText());
            }
        }
        return names;
    }

    /** Ends the job with a savepoint, and says where that lies. */
    String stop(String directory) throws Exception {
        JsonNode trigger =
                rest.post(path + "/stop", Map.of("drain", false, "targetDirectory", directory));
        String savepoint = path + "/savepoints/" + trigger.path("request-id").asText();
        Await.until(
                "the savepoint",
                LIMIT,
                () -> rest.poll(savepoint).path("status").path("id").asText().equals("COMPLETED"));
        JsonNode operation = rest.get(savepoint).path("operation");
        if (!operation.hasNonNull("location")) {
            throw new AssertionError("the job did not stop: " + operation);
        }
        return operation.path("location").asText();
    }
}
