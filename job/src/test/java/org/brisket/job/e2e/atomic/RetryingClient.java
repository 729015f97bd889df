package org.brisket.job.e2e.atomic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.brisket.job.e2e.SimulatedWorld;

/**
 * Submits a plan, so many at a time, and submits again what was refused only for now. Each try is a
 * submission of its own, with an id of its own and one result.
 */
final class RetryingClient implements AutoCloseable {
    private static final int MOST_OPEN = 6_000;
    private static final int MOST_TRIES = 50;

    private record Try(Planned planned, int number) {
        String id() {
            return planned.id() + "." + number;
        }
    }

    private final AtomicPlan plan;
    private final KafkaProducer<byte[], byte[]> producer;
    private final ResultFeed feed;
    private final Deque<Try> waiting = new ArrayDeque<>();
    private final Map<String, Try> open = new HashMap<>();
    private final Map<String, Answer> answers = new HashMap<>();
    private final Map<String, Integer> refusals = new TreeMap<>();
    private int submissions;
    private int retries;

    RetryingClient(AtomicPlan plan, SimulatedWorld world) {
        this.plan = plan;
        this.producer = world.producer();
        this.feed = new ResultFeed(world, "beef-results");
    }

    void submit(List<Planned> planned) {
        planned.forEach(each -> waiting.add(new Try(each, 1)));
    }

    boolean isDone() {
        return waiting.isEmpty() && open.isEmpty();
    }

    /** Sends what may be sent, and takes the results that have come. */
    void step() throws IOException {
        while (!waiting.isEmpty() && open.size() < MOST_OPEN) {
            send(waiting.remove());
        }
        producer.flush();
        for (JsonNode result : feed.poll()) {
            take(result);
        }
    }

    private void send(Try submission) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>("beef-submissions", plan.beef(submission.planned()));
        header(record, "x-topics", String.join(",", submission.planned().topics()));
        header(record, "brisket-submission-id", submission.id());
        producer.send(record);
        open.put(submission.id(), submission);
        submissions++;
    }

    private static void header(ProducerRecord<byte[], byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** G1: each result answers a submission that has none yet. */
    private void take(JsonNode result) {
        Try submission = open.remove(result.path("submissionId").asText());
        assertThat(submission).as("submission that waits for %s", result).isNotNull();
        Answer answer = Answer.of(result);
        answer.reasons().forEach(reason -> refusals.merge(reason, 1, Integer::sum));
        if (answer.isPassing() && submission.number() < MOST_TRIES) {
            waiting.add(new Try(submission.planned(), submission.number() + 1));
            retries++;
        } else {
            answers.put(submission.planned().id(), answer);
        }
    }

    /** The last answers by txid. */
    Map<String, Answer> answers() {
        return answers;
    }

    int submissions() {
        return submissions;
    }

    int retries() {
        return retries;
    }

    /** How often each reason was given, also to what was admitted in a later try. */
    Map<String, Integer> refusals() {
        return refusals;
    }

    Set<String> open() {
        return open.keySet();
    }

    @Override
    public void close() {
        producer.close();
        feed.close();
    }
}
